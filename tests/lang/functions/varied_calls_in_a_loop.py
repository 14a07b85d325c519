# one call instruction sees functions, methods, classes and built-ins
class A:
    def __init__(self, x=0): self.x = x
    def __call__(self, x): return ("call", x)
    def m(self, x): return ("m", x)
    @staticmethod
    def s(x): return ("s", x)
    @classmethod
    def c(cls, x): return ("c", x)
def d(x, y=2): return ("d", x, y)
def v(*x): return ("v", x)
def g(x): yield x
print([f(5) if f is not A else f(5).x for f in (A, A(), A().m, A.s, A.c, d, v, str, abs, len.__class__ and float, lambda x: -x)], list(g(5)))
# expect: [5, ('call', 5), ('m', 5), ('s', 5), ('c', 5), ('d', 5, 2), ('v', (5,)), '5', 5, 5.0, -5] [5]
