# 1, 1.0 and True are one key
d = {1: "a"}
d[1.0] = "b"
d[True] = "c"
print(d, len(d), d[1])
# expect: {1: 'c'} 1 c
