# Comparison chains compute each operand once; and / or give one of their operands.
def show(x):
    print("<%s>" % x, end=" ")
    return x


print(show(1) < show(2) < show(3))
print(show(3) < show(2) < show(9))
print(1 < 2 == 2 != 3 > 1, 1 == 1.0 == True, not 1 == 2)
print(0 or "" or "last", 1 and 2, 0 and 1, None or 0, not [], not not "x")
print("yes" if show(0) or show(5) else "no")
print(1 if [] else 2 if {} else 3)
print(None is None, 2 not in [1], "a" in "cat")
# expect: <1> <2> <3> True
# expect: <3> <2> False
# expect: True True True
# expect: last 2 0 0 True True
# expect: <0> <5> yes
# expect: 3
# expect: True True True
