# displays longer than a register window
big = [k for k in range(3)] + [0] * 300
d = {k: k for k in range(300)}
print(len([*range(300)]), sum([*big, *big]), len({**d, **d}), max(*range(300)))
# expect: 300 6 300 299
