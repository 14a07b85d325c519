# get, setdefault, pop with defaults
d = {"a": 1}
print(d.get("a"), d.get("b"), d.get("b", 5), d.setdefault("b", []), d, d.pop("a"), d.pop("z", None), d)
try:
    d.pop("z")
except KeyError as e:
    print("KeyError", e)
# expect: 1 None 5 [] {'b': []} 1 None {'b': []}
# expect: KeyError 'z'
