# Views follow the dict; those of keys and items are set-like.
d = {"a": 1, "b": 2}
k, v, i = d.keys(), d.values(), d.items()
d["c"] = 3
print(k)  # expect: dict_keys(['a', 'b', 'c'])
print(v, i)  # expect: dict_values([1, 2, 3]) dict_items([('a', 1), ('b', 2), ('c', 3)])
print(len(k))  # expect: 3
print("c" in k)  # expect: True
print(3 in v, ("c", 3) in i)  # expect: True True
print(sorted(k & {"a", "z"}), sorted(k | {"z"}), sorted(k - {"a"}))
# expect: ['a'] ['a', 'b', 'c', 'z'] ['b', 'c']
print(k == {"a", "b", "c"}, sorted(i & {("a", 1)}))  # expect: True [('a', 1)]
print([key for key in d if d[key] > 1], max(d, key=d.get))  # expect: ['b', 'c'] c
print(sum(d.values()), dict(zip(d.values(), d)))  # expect: 6 {1: 'a', 2: 'b', 3: 'c'}
print(sorted(d.items(), key=lambda item: -item[1]), {v: k for k, v in d.items()})
# expect: [('c', 3), ('b', 2), ('a', 1)] {1: 'a', 2: 'b', 3: 'c'}
