# pprint: lines of a width for dicts, lists, tuples, sets and texts
import io
import pprint
from pprint import pformat, pp

data = {"numbers": list(range(25)), "pair": ("left" * 5, "right" * 5), 10: None, "one": ("x" * 70,)}
pprint.pprint(data)
pp(data)
pp(data, width=30, compact=True)
print(pformat(data, indent=4, width=40, compact=True, sort_dicts=False))
print(pformat([[[[1], 2], 3], 4], depth=2), pformat((1, (2, (3,))), depth=1), pformat({1: {2: 3}}, depth=1))
print(pformat({3, 1, 2}), pformat(set(), width=1), pformat(frozenset(), width=1), pformat({}), pformat([], 1, 1))
print(pformat({"b", "a", 3, 1, None}, width=5))
print(pformat(frozenset(range(5)), width=12))
print(pformat({2: "two", "one": 1, None: 0, (1,): 4}, width=12))
text = "The quick brown fox jumped over the lazy dog.\nAnd then it's\t\"off\".  Bye"
pp(text, width=30)
pp([text, "short"], width=30)
pp({"key": text}, width=30)
pp("\n\n" + "word " * 12, width=20)
pp("unbreakable" * 4, width=20)
pp(bytes(range(30)), width=40)
pp({"bytes": b"0123456789" * 4}, width=30)
pp(bytearray(b"it's " * 8), width=30)
print(pformat([10**7, -12345, True, 1.5], underscore_numbers=True), pformat({1000: 2000}, underscore_numbers=True))
out = io.StringIO()
pprint.pprint([1, 2], stream=out)
pprint.PrettyPrinter(stream=out, width=3).pprint([1, 2])
print(repr(out.getvalue()))
for bad in ({"indent": -1}, {"width": 0}, {"depth": 0}, {"depth": -1}, {"width": "x"}, {"wide": 1}):
    try:
        pformat(1, **bad)
    except (TypeError, ValueError) as error:
        print(type(error).__name__, str(error).split("()")[-1])
# expect: {10: None,
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
# expect:              24],
# expect:  'one': ('xxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxx',),
# expect:  'pair': ('leftleftleftleftleft', 'rightrightrightrightright')}
# expect: {'numbers': [0,
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
# expect:              24],
# expect:  'pair': ('leftleftleftleftleft', 'rightrightrightrightright'),
# expect:  10: None,
# expect:  'one': ('xxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxx',)}
# expect: {'numbers': [0, 1, 2, 3, 4, 5,
# expect:              6, 7, 8, 9, 10,
# expect:              11, 12, 13, 14,
# expect:              15, 16, 17, 18,
# expect:              19, 20, 21, 22,
# expect:              23, 24],
# expect:  'pair': ('leftleftleftleftleft',
# expect:           'rightrightrightrightright'),
# expect:  10: None,
# expect:  'one': ('xxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxx',)}
# expect: {   'numbers': [   0, 1, 2, 3, 4, 5, 6,
# expect:                    7, 8, 9, 10, 11, 12,
# expect:                    13, 14, 15, 16, 17,
# expect:                    18, 19, 20, 21, 22,
# expect:                    23, 24],
# expect:     'pair': (   'leftleftleftleftleft',
# expect:                 'rightrightrightrightright'),
# expect:     10: None,
# expect:     'one': (   'xxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxx',)}
# expect: [[[...], 3], 4] (1, (...)) {1: {...}}
# expect: {1, 2, 3} set() frozenset() {} []
# expect: {None,
# expect:  1,
# expect:  3,
# expect:  'a',
# expect:  'b'}
# expect: frozenset({0,
# expect:            1,
# expect:            2,
# expect:            3,
# expect:            4})
# expect: {None: 0,
# expect:  2: 'two',
# expect:  'one': 1,
# expect:  (1,): 4}
# expect: ('The quick brown fox jumped '
# expect:  'over the lazy dog.\n'
# expect:  'And then it\'s\t"off".  '
# expect:  'Bye')
# expect: ['The quick brown fox jumped '
# expect:  'over the lazy dog.\n'
# expect:  'And then it\'s\t"off".  '
# expect:  'Bye',
# expect:  'short']
# expect: {'key': 'The quick brown fox '
# expect:         'jumped over the '
# expect:         'lazy dog.\n'
# expect:         "And then it's\t"
# expect:         '"off".  Bye'}
# expect: ('\n'
# expect:  '\n'
# expect:  'word word word '
# expect:  'word word word '
# expect:  'word word word '
# expect:  'word word word ')
# expect: 'unbreakableunbreakableunbreakableunbreakable'
# expect: (b'\x00\x01\x02\x03\x04\x05\x06\x07'
# expect:  b'\x08\t\n\x0b\x0c\r\x0e\x0f'
# expect:  b'\x10\x11\x12\x13\x14\x15\x16\x17'
# expect:  b'\x18\x19\x1a\x1b\x1c\x1d')
# expect: {'bytes': b'0123456789012345'
# expect:           b'6789012345678901'
# expect:           b'23456789'}
# expect: bytearray(b"it's it's it's i"
# expect:           b"t's it's it's it"
# expect:           b"'s it's ")
# expect: [10_000_000, -12_345, True, 1.5] {1_000: 2_000}
# expect: '[1, 2]\n[1,\n 2]\n'
# expect: ValueError indent must be >= 0
# expect: ValueError width must be != 0
# expect: ValueError depth must be > 0
# expect: ValueError depth must be > 0
# expect: ValueError  with base 10: 'x'
# expect: TypeError  got an unexpected keyword argument 'wide'
