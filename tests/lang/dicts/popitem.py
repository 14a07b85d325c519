# popitem takes the last, clear empties
d = {"a": 1, "b": 2}
print(d.popitem(), d)
d.clear()
print(d)
try:
    d.popitem()
except KeyError as e:
    print(e)
# expect: ('b', 2) {'a': 1}
# expect: {}
# expect: 'popitem(): dictionary is empty'
