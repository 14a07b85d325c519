# what is true and what is false
print([bool(x) for x in (0, 0.0, -0.0, "", "0", [], [0], {}, (), None, b"", set(), range(0), 1e-300, float("nan"))])
# expect: [False, False, False, False, True, False, True, False, False, False, False, False, False, True, True]
