# A local that has no value yet raises UnboundLocalError, a free one NameError.
def local():
    print(v)
    v = 1


def free():
    def inner():
        return w

    if False:
        w = 1
    return inner()


def deleted():
    z = 1
    del z
    return z


for f in (local, free, deleted, lambda: missing):
    try:
        f()
    except UnboundLocalError as error:
        print("UnboundLocalError:", error)
    except NameError as error:
        print("NameError:")
        print(error)
# expect: UnboundLocalError: cannot access local variable 'v' where it is not associated with a value
# expect: NameError:
# expect: cannot access free variable 'w' where it is not associated with a value in enclosing scope
# expect: UnboundLocalError: cannot access local variable 'z' where it is not associated with a value
# expect: NameError:
# expect: name 'missing' is not defined
