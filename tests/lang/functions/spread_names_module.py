# The error of a spread argument names function and class with their module.
class C:
    pass


def f():
    pass


for call in (lambda: C(*1), lambda: f(**2), lambda: int(*3), lambda: C(**4)):
    try:
        call()
    except TypeError as e:
        print(e)
# expect: __main__.C() argument after * must be an iterable, not int
# expect: __main__.f() argument after ** must be a mapping, not int
# expect: int() argument after * must be an iterable, not int
# expect: __main__.C() argument after ** must be a mapping, not int
