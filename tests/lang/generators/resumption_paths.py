# How a generator was left does not show in how it goes on: with and without a value that somebody
# waits for, through yield from, inside and outside of handlers.
import sys


def plain(n):
    for k in range(n):
        yield k


def waits(n):
    got = []
    for k in range(n):
        got.append((yield k))
    return got


def delegates(inner):
    result = yield from inner
    yield ("result", result)


def both(n):
    yield "first"
    got = yield "second"
    yield got
    yield from plain(n)


g = delegates(waits(4))
print(next(g), g.send("a"), next(g), g.send("b"))  # expect: 0 1 2 3
print(g.send("c"))  # expect: ('result', ['a', None, 'b', 'c'])

g = delegates(delegates(waits(3)))
print(next(g), next(g), g.send("x"))  # expect: 0 1 2
print(next(g))  # expect: ('result', [None, 'x', None])
print(next(g))  # expect: ('result', None)

g = both(2)
print(list(g))  # expect: ['first', 'second', None, 0, 1]
g = both(2)
print(next(g), g.send("lost"), g.send("kept"), g.send("lost"))  # expect: first second kept 0
try:
    g.throw(ValueError("in the inner one"))
except ValueError as error:
    print(error)  # expect: in the inner one
print(list(g))  # expect: []


# Handlers: of the generator, of who resumes it, of both, in turns.
def handles(n):
    for k in range(n):
        try:
            raise KeyError(k)
        except KeyError:
            yield sys.exc_info()[1]
        yield sys.exc_info()[1]


print([repr(x) for x in handles(2)])  # expect: ['KeyError(0)', 'None', 'KeyError(1)', 'None']
seen = []
g = handles(2)
for k in range(4):
    if k % 2:
        seen.append(repr(next(g)))
    else:
        try:
            1 // 0
        except ZeroDivisionError:
            seen.append(repr(next(g)))
            seen.append(type(sys.exc_info()[1]).__name__)
print(seen)  # expect: ['KeyError(0)', 'ZeroDivisionError', 'None', 'KeyError(1)', 'ZeroDivisionError', 'None']
print(sys.exc_info()[1])  # expect: None

seen = []
try:
    raise IndexError
except IndexError:
    for x in plain(2):
        seen.append(type(sys.exc_info()[1]).__name__)
    for x in delegates(plain(2)):
        seen.append(type(sys.exc_info()[1]).__name__)
print(seen)  # expect: ['IndexError', 'IndexError', 'IndexError', 'IndexError', 'IndexError']

g = plain(3)
try:
    raise IndexError
except IndexError:
    next(g)
print(next(g), sys.exc_info()[1], next(g))  # expect: 1 None 2

# What the frame says of itself.
g = plain(2)
print(g.gi_suspended if hasattr(g, "gi_suspended") else False, g.gi_running)  # expect: False False
next(g)
print(g.gi_suspended if hasattr(g, "gi_suspended") else True, g.gi_running)  # expect: True False


def itself():
    try:
        next(me)
    except ValueError as error:
        yield str(error)


me = itself()
print(next(me))  # expect: generator already executing


# A finalizer runs for a generator that waits, however it waits.
def closes(name, wait):
    try:
        if wait == "idle":
            yield 1
        elif wait == "value":
            x = yield 1
        else:
            yield from plain(3)
    finally:
        print("closed", name)


for wait in ("idle", "value", "delegating"):
    g = closes(wait, wait)
    next(g)
    del g
# expect: closed idle
# expect: closed value
# expect: closed delegating


# Too deep, found on resumption.
def deep(n):
    yield n
    if n:
        yield from deep(n - 1)


try:
    print(sum(1 for _ in deep(100000)) > 0)
except RecursionError as error:
    print("RecursionError")  # expect: RecursionError


def chain(n):
    g = plain(2)
    for _ in range(n):
        g = (x for x in g)
    return g


print(list(chain(50)))  # expect: [0, 1]
