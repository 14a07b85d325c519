# several statements on a line, backslashes, brackets
a = 1; b = 2; c = a + \
    b
d = [1,
     2,  # comment
     3]
if a: b = 5; c = 6
print(a, b, c, d)
# expect: 1 5 6 [1, 2, 3]
