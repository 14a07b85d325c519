# a class kept in a class attribute is called without the object, each time
class Pair:
    def __init__(self, a, b):
        self.sum = a + b
class Maker:
    kind = Pair
    size = len
    def make(self):
        return self.kind(1, 2).sum
maker = Maker()
print([maker.make() for _ in range(4)])
print([maker.size("abc") for _ in range(3)])
# expect: [3, 3, 3, 3]
# expect: [3, 3, 3]
