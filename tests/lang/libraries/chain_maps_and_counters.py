# collections: ChainMap as a mutable mapping, Counter's updates in place.
from collections import ChainMap, Counter
from collections.abc import MutableMapping

first, second = {"a": 1, "b": 2}, {"b": 20, "c": 30}
chain = ChainMap(first, second)
print(chain, isinstance(chain, MutableMapping), len(chain), list(chain))
print(sorted(chain.items()), chain.pop("a"), first, chain.get("c"), chain.get("z", "none"))
for wrong in (lambda: chain.pop("c"), lambda: chain["z"], ChainMap().popitem,
              lambda: chain.__delitem__("c")):
    try:
        wrong()
    except KeyError as error:
        print(error)
print(chain | {"d": 4}, {"e": 5} | chain, chain.pop("z", None))
chain |= {"f": 6}
print(chain.maps[0], chain == {"b": 2, "c": 30, "f": 6}, chain.setdefault("g", 7))
chain.clear()
print(chain, ChainMap.fromkeys("xy", 0), chain.new_child({"h": 8}).parents == chain)


class Defaults(ChainMap):
    def __missing__(self, key):
        return "made " + key


print(Defaults()["x"], Defaults({"x": 1}).get("y", "no"))

count = Counter("hello")
count &= Counter(l=1, h=5, x=2)
print(count)
count |= Counter(l=4, z=1)
print(count)
count += Counter(l=-9, z=2)
print(count)
count -= Counter(z=1)
print(count, Counter({"a": None}), Counter(ChainMap({"k": 2})))
# expect: ChainMap({'a': 1, 'b': 2}, {'b': 20, 'c': 30}) True 3 ['b', 'c', 'a']
# expect: [('a', 1), ('b', 2), ('c', 30)] 1 {'b': 2} 30 none
# expect: "Key not found in the first mapping: 'c'"
# expect: 'z'
# expect: 'No keys found in the first mapping.'
# expect: "Key not found in the first mapping: 'c'"
# expect: ChainMap({'b': 2, 'd': 4}, {'b': 20, 'c': 30}) ChainMap({'e': 5, 'b': 2, 'c': 30}) None
# expect: {'b': 2, 'f': 6, 'g': 7} True 7
# expect: ChainMap({}, {'b': 20, 'c': 30}) ChainMap({'x': 0, 'y': 0}) True
# expect: made x no
# expect: Counter({'h': 1, 'l': 1})
# expect: Counter({'l': 4, 'h': 1, 'z': 1})
# expect: Counter({'z': 3, 'h': 1})
# expect: Counter({'z': 2, 'h': 1}) Counter({'a': None}) Counter({'k': 2})
