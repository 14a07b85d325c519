# annotations of variables and functions
x: int = 5
y: "str"
def f(a: int, *b: str, c: float = 1.0) -> None: pass
class C:
    z: list = []
    w: int
print(__annotations__, f.__annotations__, C.__annotations__, hasattr(C, "w"))
# expect: {'x': <class 'int'>, 'y': 'str'} {'a': <class 'int'>, 'b': <class 'str'>, 'c': <class 'float'>, 'return': None} {'z': <class 'list'>, 'w': <class 'int'>} False
