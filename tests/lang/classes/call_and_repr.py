# __call__, __repr__, __str__ and __format__
class A:
    def __call__(self, *a, **k): return a, k
    def __repr__(self): return "R"
    def __format__(self, spec): return "F<%s>" % spec
class B(A):
    def __str__(self): return "S"
print(A()(1, x=2), A(), str(A()), B(), repr(B()), [B()], f"{A():abc} {B()!r} {B()!s}", format(A(), "q"), "%s %r" % (B(), B()))
# expect: ((1,), {'x': 2}) R R S R [R] F<abc> R S F<q> S R
