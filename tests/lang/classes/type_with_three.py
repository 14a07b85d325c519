# type(name, bases, dict) makes classes
A = type("A", (), {"x": 1, "f": lambda self: self.x + 1})
B = type("B", (A,), {})
print(A().f(), B.__name__, B.__bases__, isinstance(B(), A), type(A) is type, issubclass(B, (int, A)))
# expect: 2 B (<class '__main__.A'>,) True True True
