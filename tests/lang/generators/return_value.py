# The value that a generator returns travels in StopIteration, and is what yield from gives.
def inner():
    yield 1
    return "result"


def outer():
    value = yield from inner()
    yield value


g = inner()
next(g)
try:
    next(g)
except StopIteration as stop:
    print(stop.value, stop.args)  # expect: result ('result',)
print(list(outer()))  # expect: [1, 'result']
