# All positional-only parameters that are given by keyword are named, in the order of the parameters.
def f(u, v, /, x=1):
    pass


for call in (lambda: f(v=2, u=1), lambda: f(1, x=3, v=2)):
    try:
        call()
    except TypeError as e:
        print(e)
# expect: f() got some positional-only arguments passed as keyword arguments: 'u, v'
# expect: f() got some positional-only arguments passed as keyword arguments: 'v'
