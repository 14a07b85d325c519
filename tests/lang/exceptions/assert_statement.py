# assert raises with its message, whatever the message is.
def check(x):
    assert x, "x is %r" % x
    return "fine"


print(check(1))  # expect: fine
for value in (0, [], None):
    try:
        check(value)
    except AssertionError as error:
        print(error)
        # expect: x is 0
        # expect: x is []
        # expect: x is None
try:
    assert False
except AssertionError as error:
    print(repr(error), error.args)  # expect: AssertionError() ()
try:
    assert 1 > 2, (1, 2)
except AssertionError as error:
    print(error.args)  # expect: ((1, 2),)
