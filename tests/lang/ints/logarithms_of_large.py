# Logarithms of ints that are larger than any float
import math

print(round(math.log(10**400), 9), math.log2(1 << 2000), math.log10(10**1000))
try:
    math.log(-(10**400))
except ValueError as error:
    print(error)
try:
    math.pow(0, -1)
except ValueError as error:
    print(error)
# expect: 921.034037198 2000.0 1000.0
# expect: math domain error
# expect: math domain error
