# fractions: exact arithmetic, comparison, text, rounding
from fractions import Fraction

half, third = Fraction(1, 2), Fraction("1/3")
print(half + third, half - 1, half * third, half / third, half ** -2, divmod(Fraction(7, 2), third))
print(Fraction(0.25), Fraction("0.125"), Fraction("1e-2"), repr(Fraction(6, -4)), half + 0.5)
print(half > third, half == 0.5, hash(Fraction(2)) == hash(2), round(Fraction(5, 2)), int(half * 5))
print(Fraction(3.141592653589793).limit_denominator(1000), sum([third] * 3), max(half, third))
try:
    Fraction(1, 0)
except ZeroDivisionError as error:
    print(error)
# expect: 5/6 -1/2 1/6 3/2 4 (10, Fraction(1, 6))
# expect: 1/4 1/8 1/100 Fraction(-3, 2) 1.0
# expect: True True True 2 2
# expect: 355/113 1 1/2
# expect: Fraction(1, 0)
