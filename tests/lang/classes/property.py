# A property computes on reading, checks on writing, and can forbid deleting.
class Circle:
    def __init__(self, r):
        self.r = r

    @property
    def r(self):
        return self._r

    @r.setter
    def r(self, value):
        if value < 0:
            raise ValueError("negative radius")
        self._r = value

    @r.deleter
    def r(self):
        print("deleting")
        del self._r

    @property
    def area(self):
        """Twice the square."""
        return 2 * self._r**2


c = Circle(2)
c.r += 1
print(c.r, c.area, Circle.area.__doc__)
for wrong in (lambda: setattr(c, "r", -1), lambda: setattr(c, "area", 1)):
    try:
        wrong()
    except (ValueError, AttributeError) as error:
        print(type(error).__name__, error)
del c.r
print(hasattr(c, "r"))
# expect: 3 18 Twice the square.
# expect: ValueError negative radius
# expect: AttributeError property 'area' of 'Circle' object has no setter
# expect: deleting
# expect: False
