# type() with three arguments makes a class; classes have names and can be compared.
def hello(self):
    return "hello from " + type(self).__name__


T = type("T", (), {"hello": hello, "x": 1})
U = type("U", (T,), {})
print(T().hello(), U().hello(), U.x, U.__name__, U.__mro__[1] is T)
# expect: hello from T hello from U 1 U True
print(type(3) is int, type(T) is type, isinstance(U, type), T == U, T)
# expect: True True True False <class '__main__.T'>
print(isinstance(True, int), isinstance(1, (str, int)), issubclass(bool, (float, int)))
# expect: True True True
try:
    isinstance(1, 5)
except TypeError as error:
    print(error)  # expect: isinstance() arg 2 must be a type, a tuple of types, or a union
