# unpacking with stars and nesting
a, (b, *c), *d = 1, (2, 3, 4), 5, 6
print(a, b, c, d)
*a, b = "xyz"
(a2), = [1]
print(a, b, a2)
for f in ("a, b = 1,", "a, b = 1, 2, 3", "a, *b = []"):
    try:
        exec(f)
    except ValueError as e:
        print(e)
# expect: 1 2 [3, 4] [5, 6]
# expect: ['x', 'y'] z 1
# expect: not enough values to unpack (expected 2, got 1)
# expect: too many values to unpack (expected 2)
# expect: not enough values to unpack (expected at least 1, got 0)
