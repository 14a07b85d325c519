# operator: in-place operators, abs, and the names with underscores
import operator

items = [1]
print(operator.iconcat(items, [2]) is items, items)
print(operator.ipow(2, 3), operator.ilshift(1, 4), operator.irshift(16, 2), operator.abs(-3))
print(operator.__add__(1, 2), operator.__and__(6, 3), operator.__lt__(1, 2), operator.__abs__(-1))
# expect: True [1, 2]
# expect: 8 16 4 3
# expect: 3 2 True 1
