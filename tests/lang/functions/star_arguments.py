# *args collects what is left over by position, **kwargs by name.
def f(first, *rest, **named):
    return first, rest, sorted(named.items())


print(f(1))  # expect: (1, (), [])
print(f(1, 2, 3))  # expect: (1, (2, 3), [])
print(f(1, 2, x=3, y=4))  # expect: (1, (2,), [('x', 3), ('y', 4)])
print(f(*[1, 2], *(3,), **{"a": 5}, b=6))  # expect: (1, (2, 3), [('a', 5), ('b', 6)])
print(f(*"ab"))  # expect: ('a', ('b',), [])


def g(**kwargs):
    kwargs["x"] = 0
    return kwargs


given = {"x": 1}
print(g(**given), given)  # expect: {'x': 0} {'x': 1}
try:
    g(**{"x": 1}, x=2)
except TypeError as error:
    print("multiple values for keyword argument 'x'" in str(error))  # expect: True
