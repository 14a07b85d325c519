# Arguments are given by position or by name, in any order of names.
def f(a, b, c=3):
    return "%s-%s-%s" % (a, b, c)


print(f(1, 2))  # expect: 1-2-3
print(f(c=1, b=2, a=3))  # expect: 3-2-1
print(f(1, c=5, b=4))  # expect: 1-4-5
for call in (lambda: f(1), lambda: f(1, 2, 3, 4), lambda: f(1, a=2), lambda: f(1, 2, d=4)):
    try:
        call()
    except TypeError as error:
        print(error)
        # expect: f() missing 1 required positional argument: 'b'
        # expect: f() takes from 2 to 3 positional arguments but 4 were given
        # expect: f() got multiple values for argument 'a'
        # expect: f() got an unexpected keyword argument 'd'
