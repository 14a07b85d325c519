# an exception in a with block inside a generator
class M:
    def __enter__(self): return self
    def __exit__(self, t, v, tb):
        print("exit", t and t.__name__)
        return t is ValueError
def g():
    with M():
        yield 1
        raise ValueError
    yield 2
print(list(g()))
# expect: exit ValueError
# expect: [1, 2]
