# the messages for wrong calls
def f(a, b): pass
def g(a, b=1): pass
def h(): pass
def k(*, x, y): pass
for call in (lambda: f(1), lambda: f(), lambda: f(1, 2, 3), lambda: g(1, 2, 3), lambda: h(1), lambda: f(1, b=2, c=3), lambda: f(1, a=2), lambda: k(), lambda: k(1, x=1, y=2)):
    try:
        call()
    except TypeError as e:
        print(e)
# expect: f() missing 1 required positional argument: 'b'
# expect: f() missing 2 required positional arguments: 'a' and 'b'
# expect: f() takes 2 positional arguments but 3 were given
# expect: g() takes from 1 to 2 positional arguments but 3 were given
# expect: h() takes 0 positional arguments but 1 was given
# expect: f() got an unexpected keyword argument 'c'
# expect: f() got multiple values for argument 'a'
# expect: k() missing 2 required keyword-only arguments: 'x' and 'y'
# expect: k() takes 0 positional arguments but 1 positional argument (and 2 keyword-only arguments) were given
