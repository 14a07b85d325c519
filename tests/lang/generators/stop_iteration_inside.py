# A StopIteration that leaves a generator's body becomes a RuntimeError.
def bad():
    yield 1
    raise StopIteration("oops")


def sneaky(iterator):
    while True:
        yield next(iterator)


g = bad()
print(next(g))  # expect: 1
try:
    next(g)
except RuntimeError as error:
    print(error, "|", type(error.__cause__).__name__)
    # expect: generator raised StopIteration | StopIteration
try:
    print(list(sneaky(iter([1, 2]))))
except RuntimeError as error:
    print(error)  # expect: generator raised StopIteration
