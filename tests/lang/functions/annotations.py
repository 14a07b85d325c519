# Annotations are kept and never enforced.
def f(a: int, b: "text" = 2, *args: float, c: str = "x", **kw: dict) -> list:
    return [a, b, c]


print(f("not an int"))  # expect: ['not an int', 2, 'x']
print(sorted(f.__annotations__))  # expect: ['a', 'args', 'b', 'c', 'kw', 'return']
print(f.__annotations__["a"], f.__annotations__["b"], f.__annotations__["return"])
# expect: <class 'int'> text <class 'list'>
total: int = 3
later: str
print(total, __annotations__)  # expect: 3 {'total': <class 'int'>, 'later': <class 'str'>}


class Point:
    x: int
    y: int = 0


print(Point.__annotations__, hasattr(Point, "x"), Point.y)
# expect: {'x': <class 'int'>, 'y': <class 'int'>} False 0
