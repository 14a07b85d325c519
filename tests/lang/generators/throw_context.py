# What a generator is handling is the context of an exception thrown into it.
def generator():
    try:
        1 / 0
    except ZeroDivisionError:
        yield "handling"


running = generator()
print(next(running))  # expect: handling
try:
    running.throw(KeyError("thrown"))
except KeyError as e:
    print(repr(e.__context__))  # expect: ZeroDivisionError('division by zero')
