# fromkeys shares its value
d = dict.fromkeys("ab", [])
d["a"].append(1)
print(d, dict.fromkeys([1, 2]))
# expect: {'a': [1], 'b': [1]} {1: None, 2: None}
