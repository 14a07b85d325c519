# Multiple inheritance uses the C3 order; super() follows it, not the written base.
class Root:
    def go(self):
        return ["Root"]


class Left(Root):
    def go(self):
        return ["Left"] + super().go()


class Right(Root):
    def go(self):
        return ["Right"] + super().go()


class Both(Left, Right):
    def go(self):
        return ["Both"] + super().go()


print([c.__name__ for c in Both.__mro__])  # expect: ['Both', 'Left', 'Right', 'Root', 'object']
print(Both().go())  # expect: ['Both', 'Left', 'Right', 'Root']
try:
    class Wrong(Root, Left):
        pass
except TypeError as error:
    print(str(error).split("\n")[0])  # expect: Cannot create a consistent method resolution
