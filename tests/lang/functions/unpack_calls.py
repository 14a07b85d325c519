# * and ** in a call take any iterable and any mapping; their errors are TypeErrors.
def f(*args, **kwargs):
    return args, kwargs


print(f(*range(3), *{"k": 1}, **{"z": 0}))  # expect: ((0, 1, 2, 'k'), {'z': 0})
print(f(*(i * i for i in range(3))))  # expect: ((0, 1, 4), {})
print(max(*[3, 1, 2]), "{}{}".format(*"ab"))  # expect: 3 ab
for call in (lambda: f(*5), lambda: f(**[1]), lambda: f(**{1: 2})):
    try:
        call()
    except TypeError as error:
        print(type(error).__name__)
        # expect: TypeError
        # expect: TypeError
        # expect: TypeError
print([*range(2), *"ab"], (*[1], 2), {*"aa"}, {**{"a": 1}, "b": 2, **{"a": 3}})
# expect: [0, 1, 'a', 'b'] (1, 2) {'a'} {'a': 3, 'b': 2}
