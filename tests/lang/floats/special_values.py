# inf and nan in arithmetic and comparison
inf, nan = float("inf"), float("nan")
print(inf - inf, inf * 0, inf > 1e308, nan == nan, nan < 1, nan in [nan], -inf < inf, min(nan, 1), max(1, nan))
# expect: nan nan True False False True True nan 1
