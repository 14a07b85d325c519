# __getattr__ answers for what is missing; __setattr__ and __delattr__ see every change.
class Proxy:
    def __init__(self, target):
        object.__setattr__(self, "target", target)

    def __getattr__(self, name):
        if name.startswith("no"):
            raise AttributeError("nothing called " + name)
        return getattr(self.target, name)

    def __setattr__(self, name, value):
        print("set", name)
        setattr(self.target, name, value)

    def __delattr__(self, name):
        print("del", name)
        delattr(self.target, name)


class T:
    a = 1


t = T()
p = Proxy(t)
p.b = 2
print(p.a, p.b, t.b, getattr(p, "nope", "default"), hasattr(p, "nothing"))
del p.b
print(hasattr(t, "b"))


class Spy:
    def __getattribute__(self, name):
        return "got " + name


print(Spy().anything)
# expect: set b
# expect: 1 2 2 default False
# expect: del b
# expect: False
# expect: got anything
