# An exception that comes out of a yield leaves the variable that was to get its value as it was.
def keeps():
    p = 5
    try:
        p = yield 1
    except ValueError:
        yield p
    p = "again"
    try:
        p = yield 2
    finally:
        print("last", p)


g = keeps()
print(next(g), g.throw(ValueError), next(g))
try:
    g.throw(KeyError)
except KeyError:
    print("out")


def unbound():
    try:
        p = yield
    except ValueError:
        try:
            print(p)
        except UnboundLocalError as error:
            print(error)
    yield


g = unbound()
next(g)
g.throw(ValueError)


def closed():
    p = [0]
    try:
        p = yield
    finally:
        print(p)


g = closed()
next(g)
g.close()
# expect: 1 5 2
# expect: last again
# expect: out
# expect: cannot access local variable 'p' where it is not associated with a value
# expect: [0]
