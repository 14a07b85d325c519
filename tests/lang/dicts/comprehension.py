# later keys win
print({k: v for v, k in enumerate("aba")}, {x: x * x for x in range(4) if x % 2})
# expect: {'a': 2, 'b': 1} {1: 1, 3: 9}
