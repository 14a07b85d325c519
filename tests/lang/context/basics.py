# with calls __enter__ and __exit__, whatever happens between.
class Manager:
    def __init__(self, name, swallow=False):
        self.name = name
        self.swallow = swallow

    def __enter__(self):
        print("enter", self.name)
        return self.name.upper()

    def __exit__(self, kind, value, traceback):
        print("exit", self.name, kind.__name__ if kind else None, value)
        return self.swallow


with Manager("a") as name:
    print("body", name)
with Manager("b", swallow=True):
    raise ValueError("gone")
try:
    with Manager("c"):
        raise KeyError("kept")
except KeyError as error:
    print("outside", error)
# expect: enter a
# expect: body A
# expect: exit a None None
# expect: enter b
# expect: exit b ValueError gone
# expect: enter c
# expect: exit c KeyError 'kept'
# expect: outside 'kept'
