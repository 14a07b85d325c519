# as_integer_ratio, numerator, conjugate and their like
print((7).as_integer_ratio(), (0.75).as_integer_ratio(), (5).numerator, (5).denominator, (5).real, (5).imag, (5).conjugate())
# expect: (7, 1) (3, 4) 5 1 5 0 5
