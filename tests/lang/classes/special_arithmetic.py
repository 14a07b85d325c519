# operators of a user's class, also reflected and in place
class V:
    def __init__(self, x): self.x = x
    def __add__(self, o): return V(self.x + o.x) if isinstance(o, V) else NotImplemented
    def __radd__(self, o): return V(self.x + o)
    def __iadd__(self, o): self.x += 100; return self
    def __mul__(self, k): return V(self.x * k)
    def __neg__(self): return V(-self.x)
    def __abs__(self): return abs(self.x)
    def __matmul__(self, o): return "mat"
    def __divmod__(self, o): return "dm"
    def __pow__(self, o, m=None): return ("pow", o, m)
    def __rsub__(self, o): return ("rsub", o)
    def __repr__(self): return "V(%r)" % self.x
a = V(1)
b = a
b += 5
print(a + V(2), 5 + a, a, b is a, a * 3, -a, abs(V(-3)), a @ a, divmod(a, 1), a ** 2, pow(a, 2, 3), 1 - a)
try:
    a + "x"
except TypeError as e:
    print(e)
# expect: V(103) V(106) V(101) True V(303) V(-101) 3 mat dm ('pow', 2, None) ('pow', 2, 3) ('rsub', 1)
# expect: unsupported operand type(s) for +: 'V' and 'str'
