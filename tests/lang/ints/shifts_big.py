# shifts far beyond 64 bits
print(1 << 130, (1 << 130) >> 128, -1 >> 200, -5 >> 1)
try:
    1 << -1
except ValueError as e:
    print(e)
# expect: 1361129467683753853853498429727072845824 4 -1 -3
# expect: negative shift count
