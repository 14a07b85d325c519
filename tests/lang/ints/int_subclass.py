# instances of a subclass of int work as ints and keep their class
class Metres(int):
    def __repr__(self):
        return "%dm" % self
a = Metres(5)
print(a, a + 1, type(a + 1).__name__, a == 5, {5: "x"}[a], isinstance(a, int), [a])
# expect: 5m 6 int True x True [5m]
