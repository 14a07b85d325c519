# cooperative __init__ with keywords
class A:
    def __init__(self, a=0, **k):
        super().__init__(**k); self.a = a
class B:
    def __init__(self, b=0, **k):
        super().__init__(**k); self.b = b
class C(A, B):
    def __init__(self, **k):
        super().__init__(**k)
c = C(a=1, b=2)
print(c.a, c.b)
try:
    C(z=1)
except TypeError as e:
    print(e)
# expect: 1 2
# expect: object.__init__() takes exactly one argument (the instance to initialize)
