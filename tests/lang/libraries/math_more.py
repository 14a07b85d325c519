# The rarer functions of math.
import math

print(math.lcm(4, 6), math.lcm(), math.lcm(3, 0), math.lcm(-4, 10), math.lcm(10**20, 15), math.prod([1, 2, 3.5]), math.prod([], start=7))
print(math.ldexp(0.75, 4), math.ldexp(1, -1074), math.ldexp(1, -2000), math.dist([1, 2], [4, 6]), math.dist((0, 0, 0), (1, 2, 2)))
print(math.nextafter(1, 2), math.ulp(1.0), math.ulp(0.0), math.remainder(7, 4), math.remainder(5, 2), math.cbrt(27), math.exp2(10))
print(round(math.erf(0.5), 12), round(math.erfc(0.5), 12), round(math.gamma(5.5), 9), round(math.lgamma(10), 12), math.gamma(5))
print(round(math.acosh(2), 12), round(math.asinh(2), 12), round(math.atanh(0.5), 12))
print(math.fsum([0.1] * 10), math.fsum([1e16, 1, 1e-16]), math.fsum([1e308, -1e308, 1]), math.fsum([]), math.fsum([float("inf"), 1]))
print(math.fsum([2.0**53, -0.5, -2.0**-54]), math.fsum([1.0 / n for n in range(1, 200)]))
for bad in (lambda: math.gamma(0), lambda: math.gamma(-1), lambda: math.gamma(200), lambda: math.atanh(1), lambda: math.acosh(0.5),
            lambda: math.ldexp(1, 5000), lambda: math.ldexp(1, 2.0), lambda: math.dist([1], [1, 2]), lambda: math.lcm(1.5), lambda: math.exp2(5000), lambda: math.lgamma(-2)):
    try:
        print(bad())
    except Exception as error:
        print(type(error).__name__, error)
# expect: 12 1 0 20 300000000000000000000 7.0 7
# expect: 12.0 5e-324 0.0 5.0 3.0
# expect: 1.0000000000000002 2.220446049250313e-16 5e-324 -1.0 1.0 3.0000000000000004 1024.0
# expect: 0.520499877813 0.479500122187 52.342777785 12.801827480081 24.0
# expect: 1.316957896925 1.443635475179 0.549306144334
# expect: 1.0 1.0000000000000002e+16 1.0 0.0 inf
# expect: 9007199254740991.0 5.873030948121444
# expect: ValueError math domain error
# expect: ValueError math domain error
# expect: OverflowError math range error
# expect: ValueError math domain error
# expect: ValueError math domain error
# expect: OverflowError math range error
# expect: TypeError Expected an int as second argument to ldexp.
# expect: ValueError both points must have the same number of dimensions
# expect: TypeError 'float' object cannot be interpreted as an integer
# expect: OverflowError math range error
# expect: ValueError math domain error
