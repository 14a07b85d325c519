# The shortest text that reads back as the same float.
for x in (
    0.1,
    1.0,
    100.0,
    1e16,
    1e15,
    123456789012345680.0,
    1e22,
    1.5e-5,
    0.0001,
    5e-324,
    1.7976931348623157e308,
):
    print(x)
    # expect: 0.1
    # expect: 1.0
    # expect: 100.0
    # expect: 1e+16
    # expect: 1000000000000000.0
    # expect: 1.2345678901234568e+17
    # expect: 1e+22
    # expect: 1.5e-05
    # expect: 0.0001
    # expect: 5e-324
    # expect: 1.7976931348623157e+308
print(0.1 + 0.2, 1 / 3, 2 / 3, 1e100, -0.0)
# expect: 0.30000000000000004 0.3333333333333333 0.6666666666666666 1e+100 -0.0
print(3.0 * 2, 10 / 4, 1e5, 123456.789, 0.1 * 3)
# expect: 6.0 2.5 100000.0 123456.789 0.30000000000000004
inf = float("inf")
nan = float("nan")
print(inf, -inf, nan, inf - inf, inf > 10**400, nan == nan, nan != nan, inf == inf, [nan] == [nan])
# expect: inf -inf nan nan True False True True True
print(float("1e3"), float("  -2.5 "), float(".5"), float("infinity"), float("1_0.0"), repr(1.0))
# expect: 1000.0 -2.5 0.5 inf 10.0 1.0
print((0.5).is_integer(), (2.0).is_integer(), (0.75).as_integer_ratio(), (1.5).hex())
# expect: False True (3, 4) 0x1.8000000000000p+0
