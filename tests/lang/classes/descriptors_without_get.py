# What has __set__ but no __get__ takes stores; who reads finds the object's own attribute first,
# and else the descriptor itself.
class Checked:
    def __init__(self, name):
        self.name = name

    def __set__(self, obj, value):
        if value is None:
            raise TypeError(self.name + " is needed")
        obj.__dict__[self.name] = value


class Stock:
    price = Checked("price")
    act = Checked("act")


s = Stock()
print(type(s.price).__name__, type(s.act).__name__)  # expect: Checked Checked
s.price = 12
s.act = lambda: "acted"
for k in range(3):
    s.price += k
    print(s.price, s.act(), getattr(s, "price"))
# expect: 12 acted 12
# expect: 13 acted 13
# expect: 15 acted 15
try:
    s.price = None
except TypeError as error:
    print(error)  # expect: price is needed
print(sorted(s.__dict__), type(Stock.price).__name__)  # expect: ['act', 'price'] Checked


class Kept:
    def __delete__(self, obj):
        print("deleted")


class Holder:
    kept = Kept()


h = Holder()
h.__dict__["kept"] = 7
print(h.kept)  # expect: 7
try:
    h.kept = 1
except AttributeError as error:
    print(error)  # expect: __set__
del h.kept  # expect: deleted
print(h.kept)  # expect: 7

# Given its __get__ later, it comes first again.
Checked.__get__ = lambda self, obj, cls=None: "got"
print(s.price, Stock.price, s.act)  # expect: got got got
del Checked.__get__
print(s.price, s.act())  # expect: 15 acted


class Meta(type):
    size = Checked("size")


class Made(metaclass=Meta):
    size = 3


print(Made.size)  # expect: 3
