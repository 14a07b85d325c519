# defaultdict, OrderedDict and ChainMap
from collections import defaultdict, OrderedDict, ChainMap
d = defaultdict(list)
d["a"].append(1)
print(d, d.get("z"), len(d), defaultdict(int, x=1)["y"])
o = OrderedDict(a=1, b=2)
o.move_to_end("a")
print(list(o), o.popitem(last=False))
m = ChainMap({"a": 1}, {"a": 2, "b": 3})
print(m["a"], m["b"], sorted(m), m.parents["a"])
# expect: defaultdict(<class 'list'>, {'a': [1]}) None 1 0
# expect: ['b', 'a'] ('b', 2)
# expect: 1 3 ['a', 'b'] 2
