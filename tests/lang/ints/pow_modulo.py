# pow with three arguments, negative exponents give inverses
print(pow(3, 100, 7), pow(3, -1, 7), pow(-2, 3, 5))
try:
    pow(2, -1, 4)
except ValueError as e:
    print(e)
# expect: 4 5 2
# expect: base is not invertible for the given modulus
