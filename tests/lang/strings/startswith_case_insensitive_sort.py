# sort with casefold keys
print(sorted(["b", "A", "c", "B"], key=str.casefold), sorted("bBaA", key=lambda c: (c.lower(), c)))
# expect: ['A', 'b', 'B', 'c'] ['A', 'a', 'B', 'b']
