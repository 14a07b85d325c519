# ** of floats and negative bases
print(2.0 ** 0.5, (-8.0) ** 2, 0.0 ** 0, 4 ** -1, 4 ** 0.5)
try:
    0.0 ** -1
except ZeroDivisionError as e:
    print(e)
# expect: 1.4142135623730951 64.0 1.0 0.25 2.0
# expect: 0.0 cannot be raised to a negative power
