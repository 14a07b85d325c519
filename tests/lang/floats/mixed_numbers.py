# Ints and floats together, in arithmetic, comparisons and sum.
big = 2**53 + 1
print(1 + 0.5, 0.5 + 1, 3 - 0.25, 0.25 - 3, 2 * 1.5, 1.5 * 2, 1 / 4.0, 4.0 / 2, 0 * -1.5, -0.0 + 0, 7 // 2.0, 7.5 % 2, 2 ** 0.5)
print(1 < 1.5, 1.5 < 1, 1 == 1.0, 1.0 == 1, 1 != 1.0, 2 >= 2.0, 2.0 <= 1, big == float(big), float(big) < big, big > 2.0**53)
n = 0
x = 0.0
while x < 3:
    x += 1
    n = n + 0.5
print(x, n, [k for k in range(4) if k > 1.5], [k / 2.0 for k in range(3)])
for bad in (lambda: 1 / 0.0, lambda: 1.0 / 0, lambda: 1 % 0.0, lambda: 1 < "a", lambda: 1.5 + "a"):
    try:
        bad()
    except (ZeroDivisionError, TypeError) as error:
        print(error)
nan = float("nan")
print(1 < nan, 1 == nan, 1 != nan, nan > 1, sum([0.1] * 3), sum([1, 0.5, 2]), sum([0.5, 1], 1), sum([1e308, 1e308]), big + 0.0, 2**62 + 1.0, True + 0.5)
# expect: 1.5 1.5 2.75 -2.75 3.0 3.0 0.25 2.0 -0.0 0.0 3.0 1.5 1.4142135623730951
# expect: True False True True False True False False True True
# expect: 3.0 1.5 [2, 3] [0.0, 0.5, 1.0]
# expect: float division by zero
# expect: float division by zero
# expect: float modulo
# expect: '<' not supported between instances of 'int' and 'str'
# expect: unsupported operand type(s) for +: 'float' and 'str'
# expect: False False True False 0.30000000000000004 3.5 2.5 inf 9007199254740992.0 4.611686018427388e+18 1.5
