# round to digits is exact, halves to even
print(round(0.5), round(1.5), round(2.5), round(2.675, 2), round(-0.5), round(1234.5678, -2), round(1e300, 2), round(0.15, 1))
# expect: 0 2 2 2.67 0 1200.0 1e+300 0.1
