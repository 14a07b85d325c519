# dir, vars, getattr, setattr, delattr, hasattr
class A:
    b = 1
    def m(self): pass
a = A()
setattr(a, "z", 5)
print([n for n in dir(a) if not n.startswith("__")], vars(a), getattr(a, "b"), getattr(a, "q", None), hasattr(a, "m"))
delattr(a, "z")
print(vars(a))
# expect: ['b', 'm', 'z'] {'z': 5} 1 None True
# expect: {}
