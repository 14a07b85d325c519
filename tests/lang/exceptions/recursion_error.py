# Runaway recursion is a RecursionError that can be caught, again and again.
def forever(n):
    return forever(n + 1)


for _ in range(3):
    try:
        forever(0)
    except RecursionError as error:
        print(error)
        # expect: maximum recursion depth exceeded
        # expect: maximum recursion depth exceeded
        # expect: maximum recursion depth exceeded


class A:
    def __getattr__(self, name):
        return getattr(self, name + "x")


try:
    A().y
except RecursionError as error:
    print("in __getattr__")  # expect: in __getattr__


class R:
    def __repr__(self):
        return repr([self])


try:
    repr(R())
except RecursionError:
    print("in __repr__")  # expect: in __repr__
print("still alive", sum(range(10)))  # expect: still alive 45
