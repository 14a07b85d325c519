# 0e0 and its like are floats
print(0e0, 0E1, 0e-0, 1e0, 0_0.0e0)
# expect: 0.0 0.0 0.0 1.0 0.0
