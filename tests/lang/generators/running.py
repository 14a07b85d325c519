# A generator cannot be asked while it runs, and an exception ends it.
def selfish():
    yield next(g)


g = selfish()
try:
    next(g)
except ValueError as error:
    print(error)  # expect: generator already executing


def failing():
    yield 1
    raise LookupError("inside")


f = failing()
print(next(f))  # expect: 1
try:
    next(f)
except LookupError as error:
    print(error)  # expect: inside
print(next(f, "over"))  # expect: over
