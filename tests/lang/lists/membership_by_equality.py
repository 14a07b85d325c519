# in uses identity first, then equality
nan = float("nan")
print(nan in [nan], float("nan") in [nan], 1 in [1.0], True in [1], "a" in ["b"])
# expect: True False True True False
