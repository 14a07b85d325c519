# What Mapping, MutableMapping, Set and UserDict give a class that defines the rest.
import collections
import collections.abc
import functools


class Table(collections.abc.MutableMapping):
    def __init__(self, **pairs):
        self.pairs = dict(pairs)

    def __getitem__(self, key):
        return self.pairs[key]

    def __setitem__(self, key, value):
        self.pairs[key] = value

    def __delitem__(self, key):
        del self.pairs[key]

    def __iter__(self):
        return iter(self.pairs)

    def __len__(self):
        return len(self.pairs)


table = Table(a=1, b=2)
print(table.get("a"), table.get("z"), table.get("z", 5), "a" in table, "z" in table)
print(table.pop("a"), table.pop("z", 7))
for empty in (lambda: table.pop("z"), Table().popitem):
    try:
        empty()
    except KeyError as error:
        print(repr(error), error.__suppress_context__)
table.update({"x": 1}, y=2)
table.update([("q", 3)])
table.update(Table(r=4))
print(dict(table), table.setdefault("x", 9), table.setdefault("n", 9), table.setdefault("o"))
print(table.popitem(), len(table))
table.clear()
print(len(table))


class Letters(collections.abc.Set):
    def __init__(self, letters):
        self.letters = list(dict.fromkeys(letters))

    def __contains__(self, letter):
        return letter in self.letters

    def __iter__(self):
        return iter(self.letters)

    def __len__(self):
        return len(self.letters)


a, b = Letters("abc"), Letters("bcd")
for result in (a - b, a ^ b, "xa" - a, a ^ "ax", a & b, a | b):
    print(type(result).__name__, "".join(result))
for wrong in (lambda: a - 1, lambda: a ^ 1):
    try:
        wrong()
    except TypeError as error:
        print(error)
Key = functools.cmp_to_key(lambda x, y: x - y)
print(Key(1) < Key(2), Key(1) > Key(2), Key(2) >= Key(2), Key(1) <= Key(0), Key(1) == Key(1),
      Key(1) != Key(1), Key(1) != Key(2), Key(obj=4).obj)
print(sorted([3, 1, 2], key=functools.cmp_to_key(lambda x, y: y - x)))


class Doubling(collections.UserDict):
    def __missing__(self, key):
        return key * 2


doubling = Doubling({"a": 1}, b=2)
print(doubling, doubling["zz"], "zz" in doubling, collections.UserDict(dict=3))
# expect: 1 None 5 True False
# expect: 1 7
# expect: KeyError('z') False
# expect: KeyError() True
# expect: {'b': 2, 'x': 1, 'y': 2, 'q': 3, 'r': 4} 1 9 None
# expect: ('b', 2) 6
# expect: 0
# expect: Letters a
# expect: Letters ad
# expect: Letters x
# expect: Letters bcx
# expect: Letters bc
# expect: Letters abcd
# expect: unsupported operand type(s) for -: 'Letters' and 'int'
# expect: unsupported operand type(s) for ^: 'Letters' and 'int'
# expect: True False True False True False True 4
# expect: [3, 2, 1]
# expect: {'a': 1, 'b': 2} zzzz False {'dict': 3}
