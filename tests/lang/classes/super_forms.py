# super() works with and without arguments, in class methods too.
class A:
    def f(self):
        return "A.f"

    @classmethod
    def make(cls):
        return cls.__name__


class B(A):
    def f(self):
        return super(B, self).f() + "+B"

    @classmethod
    def make(cls):
        return "made " + super().make()


class C(B):
    def g(self):
        return super(B, self).f()


print(B().f(), C.make(), C().g())  # expect: A.f+B made C A.f
try:
    super(B, B()).missing
except AttributeError as error:
    print(error)  # expect: 'super' object has no attribute 'missing'
