# Parameters before / are given by position only.
def f(a, b=2, /, c=3, **rest):
    return a, b, c, rest


print(f(1))  # expect: (1, 2, 3, {})
print(f(1, 5, c=6))  # expect: (1, 5, 6, {})
print(f(1, a=7))  # expect: (1, 2, 3, {'a': 7})


def g(x, /):
    return x


try:
    g(x=1)
except TypeError as error:
    print(error)  # expect: g() got some positional-only arguments passed as keyword arguments: 'x'
