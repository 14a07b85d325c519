# What dicts can do; they keep the order of insertion.
d = {"b": 1, "a": 2}
d["c"] = 3
d["b"] = 10
print(d, list(d), list(d.values()))  # expect: {'b': 10, 'a': 2, 'c': 3} ['b', 'a', 'c'] [10, 2, 3]
print(list(d.items()), len(d), "a" in d, 2 in d)
# expect: [('b', 10), ('a', 2), ('c', 3)] 3 True False
print(d.get("z"), d.get("z", 0), d.setdefault("n", []))  # expect: None 0 []
print(d.setdefault("a", 9), d.pop("c"), d.pop("zz", "none"), d)
# expect: 2 3 none {'b': 10, 'a': 2, 'n': []}
d.update({"x": 1}, y=2)
d.update([("z", 3)])
del d["b"]
d["b"] = "back at the end"
print(d, d.popitem(), dict(a=1, **{"b": 2}), dict([(1, 2)]))
# expect: {'a': 2, 'n': [], 'x': 1, 'y': 2, 'z': 3} ('b', 'back at the end') {'a': 1, 'b': 2} {1: 2}
print(dict.fromkeys("ab", 0), {**d, "x": 5} == d)  # expect: {'a': 0, 'b': 0} False
print({"a": 1} | {"b": 2, "a": 3})  # expect: {'a': 3, 'b': 2}
print({"a": 1, "b": 2} == {"b": 2, "a": 1}, dict(d) is d, d.copy() == d)  # expect: True False True
d |= {"w": 0}
print(list(reversed(d)), d.clear(), d, {1: "a", True: "b", 1.0: "c"})
# expect: ['w', 'z', 'y', 'x', 'n', 'a'] None {} {1: 'c'}
for wrong in (
    lambda: d["missing"],
    lambda: d.pop("missing"),
    lambda: d.popitem(),
    lambda: {[1]: 2},
    lambda: dict([1]),
):
    try:
        wrong()
    except (KeyError, TypeError) as error:
        print(type(error).__name__, error)
        # expect: KeyError 'missing'
        # expect: KeyError 'missing'
        # expect: KeyError 'popitem(): dictionary is empty'
        # expect: TypeError unhashable type: 'list'
        # expect: TypeError cannot convert dictionary update sequence element #0 to a sequence
