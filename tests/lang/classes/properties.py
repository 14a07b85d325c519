# property with setter and deleter
class A:
    def __init__(self): self._x = 1
    @property
    def x(self):
        "doc of x"
        return self._x
    @x.setter
    def x(self, v): self._x = v * 2
    @x.deleter
    def x(self): self._x = None
    @property
    def ro(self): return 5
a = A()
a.x = 5
print(a.x, A.x.__doc__)
del a.x
print(a.x)
for f in (lambda: setattr(a, "ro", 1), lambda: delattr(a, "ro")):
    try:
        f()
    except AttributeError as e:
        print(e)
# expect: 10 doc of x
# expect: None
# expect: property 'ro' of 'A' object has no setter
# expect: property 'ro' of 'A' object has no deleter
