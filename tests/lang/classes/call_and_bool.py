# __call__, __bool__, __len__ as truth, __str__ over __repr__, __format__.
class F:
    def __call__(self, *args, k=0):
        return sum(args) + k

    def __bool__(self):
        return False

    def __repr__(self):
        return "repr"

    def __str__(self):
        return "str"

    def __format__(self, spec):
        return "format:" + spec


class Zero:
    def __len__(self):
        return 0


f = F()
print(f(1, 2, k=3), bool(f), not f, "yes" if Zero() else "no", callable(f), callable(Zero()))
# expect: 6 False True no True False
print(f, [f], str(f), repr(f), "%s %r" % (f, f), f"{f:abc} {f!r} {f!s:>5}")
# expect: str [repr] str repr str repr format:abc repr   str
