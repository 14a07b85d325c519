# StopIteration carries the value returned
def g():
    return 7
    yield
try:
    next(g())
except StopIteration as e:
    print(e.value, e.args)
# expect: 7 (7,)
