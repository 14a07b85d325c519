# inspect: signatures, kinds of objects, sources, the calls under way
import functools
import inspect


def function(a, b=1, /, c: int = 2, *args, d, e=5, **rest) -> str:
    """First
       second"""


class Kept:
    def __init__(self, x, y=2):
        pass

    def method(self, z):
        return inspect.stack()[0].function


print(inspect.signature(function), inspect.getfullargspec(function).args)
print(inspect.signature(Kept), inspect.signature(Kept(1).method))
print(inspect.signature(functools.partial(function, 1)), inspect.getdoc(function))
print(inspect.signature(function).bind(1, 2, d=3).arguments)
print(inspect.getsource(Kept.method), Kept(1).method(2))
print([name for name, _ in inspect.getmembers(Kept, inspect.isfunction)], inspect.isclass(Kept))
# expect: (a, b=1, /, c: int = 2, *args, d, e=5, **rest) -> str ['a', 'b', 'c']
# expect: (x, y=2) (z)
# expect: (b=1, /, c: int = 2, *args, d, e=5, **rest) -> str First
# expect: second
# expect: {'a': 1, 'b': 2, 'd': 3}
# expect:     def method(self, z):
# expect:         return inspect.stack()[0].function
# expect:  method
# expect: ['__init__', 'method'] True
