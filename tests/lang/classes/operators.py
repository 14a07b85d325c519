# Operator methods, and the reflected ones when the left side gives NotImplemented.
class V:
    def __init__(self, x):
        self.x = x

    def __add__(self, other):
        return V(self.x + other.x) if isinstance(other, V) else NotImplemented

    def __radd__(self, other):
        return V(other + self.x)

    def __mul__(self, k):
        return V(self.x * k)

    def __neg__(self):
        return V(-self.x)

    def __iadd__(self, other):
        self.x += other.x
        return self

    def __repr__(self):
        return "V(%d)" % self.x


a = V(1)
b = a
a += V(2)
print(a + V(4), 10 + a, a * 3, -a, b is a)  # expect: V(7) V(13) V(9) V(-3) True
print(sum([V(1), V(2)], 5))  # expect: V(8)
for wrong in (lambda: a + 1, lambda: a - a, lambda: "x" * a):
    try:
        wrong()
    except TypeError as error:
        print(error)
        # expect: unsupported operand type(s) for +: 'V' and 'int'
        # expect: unsupported operand type(s) for -: 'V' and 'V'
        # expect: can't multiply sequence by non-int of type 'V'
