# math
import math
print(math.gcd(12, 18), math.lcm(4, 6), math.factorial(20), math.comb(5, 2), math.isqrt(17), math.hypot(3, 4), math.floor(-1.5), math.ceil(1.2), math.trunc(-1.7), math.fsum([0.1] * 10), math.log2(8), math.copysign(1, -0.0), math.isclose(0.1 + 0.2, 0.3), math.prod([1, 2, 3]), math.degrees(math.pi))
for f in (lambda: math.sqrt(-1), lambda: math.log(0), lambda: math.factorial(-1)):
    try:
        f()
    except ValueError as e:
        print(e)
# expect: 6 12 2432902008176640000 10 4 5.0 -2 2 -1 1.0 3.0 -1.0 True 6 180.0
# expect: math domain error
# expect: math domain error
# expect: factorial() not defined for negative values
