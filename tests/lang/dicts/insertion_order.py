# dicts keep the order of insertion
d = {"b": 1, "a": 2}
d["c"] = 3
d["b"] = 9
del d["a"]
d["a"] = 4
print(d, list(d), list(d.items()), list(reversed(d)))
# expect: {'b': 9, 'c': 3, 'a': 4} ['b', 'c', 'a'] [('b', 9), ('c', 3), ('a', 4)] ['a', 'c', 'b']
