# all, any, sum with starts
print(all([]), any([]), all([1, 0]), any([0, "a"]), sum([1, 2.5]), sum([[1], [2]], []), sum((), 5))
try:
    sum(["a"])
except TypeError as e:
    print(e)
try:
    sum(["a"], "")
except TypeError as e:
    print(e)
# expect: True False False True 3.5 [1, 2] 5
# expect: unsupported operand type(s) for +: 'int' and 'str'
# expect: sum() can't sum strings [use ''.join(seq) instead]
