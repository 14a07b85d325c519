# bool is a subclass of int and counts as 0 and 1
print(True + True, sum([True, False, True]), isinstance(True, int), True == 1, [10, 20][True], True & False, True & 1, ~True)
# expect: 2 2 True True 20 False 1 -2
