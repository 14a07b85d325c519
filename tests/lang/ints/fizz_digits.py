# arithmetic on digits
print([sum(int(c) for c in str(n)) for n in (0, 19, 12345)], [int(str(n)[::-1]) for n in (10, 123)])
# expect: [0, 10, 15] [1, 321]
