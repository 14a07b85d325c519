# update from mappings, pairs and keywords
d = {}
d.update({"a": 1}); d.update([("b", 2), ["c", 3]]); d.update(d=4); d |= {"e": 5}
print(d, {"a": 1} | {"a": 2, "b": 3})
for f in (lambda: d.update([1]), lambda: d.update([(1, 2, 3)])):
    try:
        f()
    except (TypeError, ValueError) as e:
        print(e)
# expect: {'a': 1, 'b': 2, 'c': 3, 'd': 4, 'e': 5} {'a': 2, 'b': 3}
# expect: cannot convert dictionary update sequence element #0 to a sequence
# expect: dictionary update sequence element #0 has length 3; 2 is required
