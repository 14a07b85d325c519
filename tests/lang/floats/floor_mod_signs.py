# // and % of floats for all signs
for a in (7.5, -7.5):
    for b in (2.0, -2.0):
        print(a // b, a % b, divmod(a, b))
# expect: 3.0 1.5 (3.0, 1.5)
# expect: -4.0 -0.5 (-4.0, -0.5)
# expect: -4.0 0.5 (-4.0, 0.5)
# expect: 3.0 -1.5 (3.0, -1.5)
