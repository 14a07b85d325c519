# ChainMap: what is removed or changed is the first mapping's; it is a MutableMapping
from collections import ChainMap
from collections.abc import MutableMapping
chain = ChainMap({"a": 1}, {"a": 5, "b": 2})
print(chain.pop("a"), chain.pop("z", 3), chain)  # expect: 1 3 ChainMap({}, {'a': 5, 'b': 2})
for call in (lambda: chain.pop("b"), chain.popitem):
    try:
        call()
    except KeyError as e:
        print(e)
# expect: "Key not found in the first mapping: 'b'"
# expect: 'No keys found in the first mapping.'
print(chain.setdefault("b", 9), chain.setdefault("n", 4))  # expect: 2 4
chain.update({"x": 1}, y=2)
print(chain, chain.popitem())  # expect: ChainMap({'n': 4, 'x': 1}, {'a': 5, 'b': 2}) ('y', 2)
chain.clear()
print(chain | {"z": 1})  # expect: ChainMap({'z': 1}, {'a': 5, 'b': 2})
print({"z": 1, "b": 0} | chain)  # expect: ChainMap({'z': 1, 'b': 2, 'a': 5})
chain |= {"q": 1}
print(chain, ChainMap.fromkeys("ab", 1))
# expect: ChainMap({'q': 1}, {'a': 5, 'b': 2}) ChainMap({'a': 1, 'b': 1})
print(isinstance(chain, MutableMapping))  # expect: True
