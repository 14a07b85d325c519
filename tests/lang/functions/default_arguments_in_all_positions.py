# calls that leave out, name and mix arguments
def f(a, b=2, c=3, d=4):
    return a, b, c, d
print(f(1), f(1, 9), f(1, d=0), f(1, c=7, b=8), f(d=1, c=2, b=3, a=4), f(1, 2, 3, d=5), f(*[1], **{"c": 0}))
def outer(a, b=None):
    return f(a, b=b if b else 7, d=a)
print(outer(1), outer(1, b=2), outer(b=3, a=0))
# expect: (1, 2, 3, 4) (1, 9, 3, 4) (1, 2, 3, 0) (1, 8, 7, 4) (4, 3, 2, 1) (1, 2, 3, 5) (1, 2, 0, 4)
# expect: (1, 7, 3, 1) (1, 2, 3, 1) (0, 3, 3, 0)
