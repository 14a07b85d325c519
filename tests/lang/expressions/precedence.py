# the precedence of operators
print(2 + 3 * 4 ** 2 // 5 % 3 - -1, not 1 == 2, 1 | 2 ^ 3 & 4 << 1, -2 ** 2, 2 ** -1, (-2) ** 2, 5 - 3 - 1, 2 ** 3 ** 2, 1 if 0 else 2 if 0 else 3, ~1 + 1)
# expect: 3 True 3 -4 0.5 4 1 512 3 -1
