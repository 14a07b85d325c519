# *args and **kwargs collect and spread
def f(a, *args, **kw):
    return a, args, kw
print(f(1), f(1, 2, 3), f(*[1, 2], **{"x": 3}), f(*"ab", *[1], k=2, **{"z": 1}))
# expect: (1, (), {}) (1, (2, 3), {}) (1, (2,), {'x': 3}) ('a', ('b', 1), {'k': 2, 'z': 1})
