# pprint breaks what is wider than the line
import pprint

pprint.pprint({"numbers": list(range(30)), "nested": {"x" * 30: "y" * 60, "z": [1, 2]}, "t": ("u",)})
pprint.pprint([["word" * 5] * 6, "a long string " * 12])
print(pprint.pformat([1, [2, [3, [4]]]], depth=2), pprint.pformat({3: 1, 1: 2}))
ring = [1]
ring.append(ring)
print(pprint.pformat(ring).startswith("[1, <Recursion on list with id="))
# expect: {'nested': {'xxxxxxxxxxxxxxxxxxxxxxxxxxxxxx': 'yyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyy',
# expect:             'z': [1, 2]},
# expect:  'numbers': [0,
# expect:              1,
# expect:              2,
# expect:              3,
# expect:              4,
# expect:              5,
# expect:              6,
# expect:              7,
# expect:              8,
# expect:              9,
# expect:              10,
# expect:              11,
# expect:              12,
# expect:              13,
# expect:              14,
# expect:              15,
# expect:              16,
# expect:              17,
# expect:              18,
# expect:              19,
# expect:              20,
# expect:              21,
# expect:              22,
# expect:              23,
# expect:              24,
# expect:              25,
# expect:              26,
# expect:              27,
# expect:              28,
# expect:              29],
# expect:  't': ('u',)}
# expect: [['wordwordwordwordword',
# expect:   'wordwordwordwordword',
# expect:   'wordwordwordwordword',
# expect:   'wordwordwordwordword',
# expect:   'wordwordwordwordword',
# expect:   'wordwordwordwordword'],
# expect:  'a long string a long string a long string a long string a long string a long '
# expect:  'string a long string a long string a long string a long string a long string '
# expect:  'a long string ']
# expect: [1, [2, [...]]] {1: 2, 3: 1}
# expect: True
