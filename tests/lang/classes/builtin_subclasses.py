# Built-in types can be bases.
class Stack(list):
    def push(self, x):
        self.append(x)
        return self

    def __getitem__(self, i):
        return "item %s" % (list.__getitem__(self, i),)


class Default(dict):
    def __missing__(self, key):
        self[key] = value = len(key)
        return value


class Name(str):
    def shout(self):
        return self.upper() + "!"


class Age(int):
    def __add__(self, other):
        return Age(int(self) + other)


s = Stack([1]).push(2).push(3)
print(s, len(s), s[0], isinstance(s, list), sorted(s, reverse=True))
# expect: [1, 2, 3] 3 item 1 True [3, 2, 1]
d = Default(a=0)
print(d["a"], d["hello"], d, d.get("zz"))  # expect: 0 5 {'a': 0, 'hello': 5} None
print(Name("bob").shout(), Name("bob") == "bob", type(Age(3) + 4).__name__, Age(3) * 2)
# expect: BOB! True Age 6
