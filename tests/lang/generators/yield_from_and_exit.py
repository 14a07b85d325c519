# GeneratorExit closes the generator that is delegated to, then goes on in the outer one
def inner():
    try:
        yield 1
    except GeneratorExit:
        print("inner exit")


def outer():
    try:
        yield from inner()
    except GeneratorExit:
        print("outer exit")
    yield 2


waiting = outer()
print(next(waiting))
print(waiting.throw(GeneratorExit))


def stubborn():
    try:
        yield 1
    except GeneratorExit:
        yield 2


def around():
    yield from stubborn()


waiting = around()
next(waiting)
try:
    waiting.close()
except RuntimeError as error:
    print(error)
# expect: 1
# expect: inner exit
# expect: outer exit
# expect: 2
# expect: generator ignored GeneratorExit
