# / of ints is correctly rounded, also for big ones
print(1 / 3, 10 ** 30 / 10 ** 10, 7 / -2, (2 ** 1100) / (2 ** 1099))
try:
    10 ** 400 / 3
except OverflowError as e:
    print(e)
# expect: 0.3333333333333333 1e+20 -3.5 2.0
# expect: integer division result too large for a float
