# round of ints with negative digits, halves to even
print(round(15, -1), round(25, -1), round(1234, -2), round(-15, -1), round(7), round(7, 2))
# expect: 20 20 1200 -20 7 7
