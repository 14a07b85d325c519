# collections.Counter
from collections import Counter
c = Counter("abracadabra")
print(c.most_common(2), c["z"], c + Counter("az"), c - Counter("aaa"), sorted(c.elements())[:3], sum(c.values()))
c.update("zz"); c.subtract("a")
print(c["z"], c["a"], Counter(a=1) == Counter("a"))
# expect: [('a', 5), ('b', 2)] 0 Counter({'a': 6, 'b': 2, 'r': 2, 'c': 1, 'd': 1, 'z': 1}) Counter({'a': 2, 'b': 2, 'r': 2, 'c': 1, 'd': 1}) ['a', 'a', 'a'] 11
# expect: 2 4 True
