# bound methods compare and keep their instance
class A:
    def f(self, x=1): return x
a = A()
m = a.f
print(m(5), m == a.f, m is a.f, m.__self__ is a, m.__func__ is A.f, A.f(a, 7), m.__name__)
# expect: 5 True False True True 7 f
