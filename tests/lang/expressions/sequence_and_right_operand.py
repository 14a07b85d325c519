# + and * of a built-in sequence come behind the right operand's own method


class Right:
    def __radd__(self, other):
        return "radd"

    def __rmul__(self, other):
        return "rmul"

    def __index__(self):
        return 2

    def __int__(self):
        return 7


print("a" + Right(), [1] + Right(), "a" * Right(), (1,) * Right())  # expect: radd radd rmul rmul
items = [1]
items += Right()
print(items)  # expect: radd


class Index:
    def __index__(self):
        return 2


print("a" * Index(), Index() * [1])  # expect: aa [1, 1]
print("%d %x" % (Right(), Right()))  # expect: 7 2
