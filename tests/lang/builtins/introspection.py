# type, isinstance, hasattr, getattr, vars, dir, globals, locals, id, callable.
class A:
    x = 1

    def __init__(self):
        self.y = 2

    def m(self):
        pass


a = A()
print(vars(a), hasattr(a, "m"), getattr(a, "z", "none"), callable(a.m), callable(a))
# expect: {'y': 2} True none True False
setattr(a, "z", 3)
print(a.z, sorted(vars(a)), [n for n in dir(a) if not n.startswith("_")])
# expect: 3 ['y', 'z'] ['m', 'x', 'y', 'z']
delattr(a, "z")
print(hasattr(a, "z"), type(a) is A, type(A) is type)  # expect: False True True
print(isinstance(a, object), "a" in globals(), globals()["a"] is a)  # expect: True True True
print(sorted(n for n in vars(A) if not n.startswith("__")))  # expect: ['m', 'x']
print(A.__name__, a.__class__ is A, A.m.__name__)  # expect: A True m
print(type(1), type(""), type([]))  # expect: <class 'int'> <class 'str'> <class 'list'>
print(type({}), type(()), type(None))  # expect: <class 'dict'> <class 'tuple'> <class 'NoneType'>
print(type(1.5), type(b""), type({1}))  # expect: <class 'float'> <class 'bytes'> <class 'set'>
print(type(range(1)), type(len))  # expect: <class 'range'> <class 'builtin_function_or_method'>
