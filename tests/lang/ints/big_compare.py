# Big ints compare with ints and floats, hash like equal numbers, and go through text.
a = 10**30
print(a == 10**30, a < 10**30 + 1, a > 2.5, a == 1e30, float(a), 2**1000 > 1e300, -a < 0 < a)
# expect: True True True False 1e+30 True True
print(int(str(a)) == a, int("-" + str(a)), int("ff" * 10, 16))
# expect: True -1000000000000000000000000000000 1208925819614629174706175
print(int("0b101", 0), int(" 12 "), int("1_000"))  # expect: 5 12 1000
print(hash(2**61 - 1), hash(2**61), hash(-1), hash(-2), hash(10**20) == hash(1e20), hash(True))
# expect: 0 1 -2 -2 True 1
print({2**70: "big"}[2**70], len({1, 1.0, True}), str(-(10**25)), repr(2**65))
# expect: big 1 -10000000000000000000000000 36893488147419103232
print(int(1e20), int(-2.9), round(2.5), round(3.5), round(-2.5), int("٣"))
# expect: 100000000000000000000 -2 2 4 -2 3
try:
    float(10**400)
except OverflowError as error:
    print(error)  # expect: int too large to convert to float
try:
    int("12a4")
except ValueError as error:
    print(error)  # expect: invalid literal for int() with base 10: '12a4'
