# The messages of missing attributes.
class A:
    x = 1


def f():
    pass


for wrong in (
    lambda: A().y,
    lambda: A.y,
    lambda: None.foo,
    lambda: (1).bar,
    lambda: "s".nope,
    lambda: [].push,
    lambda: f.attr,
    lambda: delattr(A(), "x"),
):
    try:
        wrong()
    except AttributeError as error:
        print(error)
        # expect: 'A' object has no attribute 'y'
        # expect: type object 'A' has no attribute 'y'
        # expect: 'NoneType' object has no attribute 'foo'
        # expect: 'int' object has no attribute 'bar'
        # expect: 'str' object has no attribute 'nope'
        # expect: 'list' object has no attribute 'push'
        # expect: 'function' object has no attribute 'attr'
        # expect: 'A' object has no attribute 'x'
print(getattr(A(), "y", None), getattr(A, "x"), hasattr(A(), "x"))  # expect: None 1 True
