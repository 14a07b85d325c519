# functools.partial
from functools import partial
def f(a, b, c=0):
    return a, b, c
p = partial(f, 1, c=5)
print(p(2), p(2, c=9), p.func is f, p.args, p.keywords, partial(p, 7)())
# expect: (1, 2, 5) (1, 2, 9) True (1,) {'c': 5} (1, 7, 5)
