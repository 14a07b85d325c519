# The operators as functions.
import operator as op

print(op.add(1, 2), op.mul("a", 3), op.getitem([1, 2], 1))  # expect: 3 aaa 2
print(op.contains([1], 1), op.not_(0), op.pow(2, 5))  # expect: True True 32
print(op.itemgetter(1)("abc"), op.itemgetter(0, 2)("abc"))  # expect: b ('a', 'c')
print(op.attrgetter("real")(5), op.neg(3), op.xor(5, 1))  # expect: 5 -3 4
print(op.methodcaller("split", ",")("a,b"))  # expect: ['a', 'b']
print(op.attrgetter("real.imag", "imag")(5), op.is_(None, None))  # expect: (0, 0) True
print(sorted([(1, "b"), (0, "c")], key=op.itemgetter(1)))  # expect: [(1, 'b'), (0, 'c')]
print(op.truediv(1, 2), op.floordiv(7, 2), op.mod(7, 3))  # expect: 0.5 3 1
print(op.lt(1, 2), op.ge(1, 2), op.concat([1], [2]))  # expect: True False [1, 2]
print(op.indexOf([5, 6], 6), op.countOf([1, 1, 2], 1))  # expect: 1 2
items = [1]
print(op.iadd(items, [2]) is items, items, op.index(True), op.itemgetter("k"), op.truth([]))
# expect: True [1, 2] 1 operator.itemgetter('k') False
