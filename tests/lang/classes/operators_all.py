# Each binary operator has its method.
class Op:
    def __getattr__(self, name):
        raise AttributeError(name)


def binary(name):
    return lambda self, other: "%s(%r)" % (name, other)


for name in "add sub mul truediv floordiv mod pow lshift rshift and or xor matmul".split():
    setattr(Op, "__%s__" % name, binary(name))
    setattr(Op, "__r%s__" % name, binary("r" + name))
o = Op()
print(o + 1, o - 1, o * 1, o / 1, o // 1, o % 1, o**1)
# expect: add(1) sub(1) mul(1) truediv(1) floordiv(1) mod(1) pow(1)
print(o << 1, o >> 1, o & 1, o | 1, o ^ 1, o @ 1)
# expect: lshift(1) rshift(1) and(1) or(1) xor(1) matmul(1)
print(1 + o, 1 - o, 1 * o, 1 / o, 1 // o, 1 % o, 1**o)
# expect: radd(1) rsub(1) rmul(1) rtruediv(1) rfloordiv(1) rmod(1) rpow(1)
print(1 << o, 1 >> o, 1 & o, 1 | o, 1 ^ o, 1 @ o)
# expect: rlshift(1) rrshift(1) rand(1) ror(1) rxor(1) rmatmul(1)
Op.__divmod__ = lambda self, other: "divmod"
Op.__invert__ = lambda self: "invert"
Op.__pos__ = lambda self: "pos"
Op.__abs__ = lambda self: "abs"
print(divmod(o, 1), ~o, +o, abs(o))  # expect: divmod invert pos abs
