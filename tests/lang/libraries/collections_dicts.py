# defaultdict, OrderedDict, Counter and ChainMap.
from collections import ChainMap, Counter, OrderedDict, defaultdict

d = defaultdict(list)
for word in "one two three".split():
    d[len(word)].append(word)
print(d, d[9], len(d), d.get(7))
# expect: defaultdict(<class 'list'>, {3: ['one', 'two'], 5: ['three'], 9: []}) [] 3 None
print(defaultdict(int, a=1))  # expect: defaultdict(<class 'int'>, {'a': 1})
try:
    defaultdict()["x"]
except KeyError as error:
    print("KeyError", error)  # expect: KeyError 'x'
o = OrderedDict([("a", 1), ("b", 2), ("c", 3)])
o.move_to_end("a")
print(o, o.popitem(), o.popitem(last=False), o)
# expect: OrderedDict([('c', 3)]) ('a', 1) ('b', 2) OrderedDict([('c', 3)])
print(OrderedDict(a=1, b=2) == OrderedDict(b=2, a=1), OrderedDict(a=1) == {"a": 1}, OrderedDict())
# expect: False True OrderedDict()
c = Counter("abracadabra")
print(c, c["z"], c.most_common(2), sum(c.values()))
# expect: Counter({'a': 5, 'b': 2, 'r': 2, 'c': 1, 'd': 1}) 0 [('a', 5), ('b', 2)] 11
print(c.total(), sorted(c.elements())[:6])  # expect: 11 ['a', 'a', 'a', 'a', 'a', 'b']
c.update("zz")
c.subtract({"a": 4, "q": 1})
print(c)  # expect: Counter({'b': 2, 'r': 2, 'z': 2, 'a': 1, 'c': 1, 'd': 1, 'q': -1})
print(+c)  # expect: Counter({'b': 2, 'r': 2, 'z': 2, 'a': 1, 'c': 1, 'd': 1})
print(Counter(a=1) + Counter(a=2, b=1))  # expect: Counter({'a': 3, 'b': 1})
print(Counter(a=3) - Counter(a=1, b=1))  # expect: Counter({'a': 2})
print(Counter(a=3, b=1) & Counter(a=1, b=2), Counter(a=3, b=1) | Counter(a=1, b=2), Counter())
# expect: Counter({'a': 1, 'b': 1}) Counter({'a': 3, 'b': 2}) Counter()
print(Counter("ab") == Counter("ba"), Counter(a=1) <= Counter("ab"), Counter(x=0) == Counter())
# expect: True True True
m = ChainMap({"a": 1}, {"a": 2, "b": 3})
m["c"] = 5
print(m["a"], m["b"], m.maps, sorted(m), len(m), "z" in m)
# expect: 1 3 [{'a': 1, 'c': 5}, {'a': 2, 'b': 3}] ['a', 'b', 'c'] 3 False
print(m.get("z", 0), m.new_child({"a": 0})["a"])  # expect: 0 0
