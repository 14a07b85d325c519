# close() raises GeneratorExit at the yield; finally clauses run, a further yield is an error.
def careful():
    try:
        yield 1
        yield 2
    finally:
        print("cleaned up")  # expect: cleaned up


g = careful()
next(g)
g.close()
g.close()
print(next(g, "closed"))  # expect: closed
unstarted = careful()
unstarted.close()
print(next(unstarted, "never ran"))  # expect: never ran


def stubborn():
    for _ in range(2):
        try:
            yield 1
        except GeneratorExit:
            pass


s = stubborn()
next(s)
try:
    s.close()
except RuntimeError as error:
    print(error)  # expect: generator ignored GeneratorExit


def tidy():
    try:
        yield
    except GeneratorExit:
        print("leaving")  # expect: leaving
        raise


t = tidy()
next(t)
t.close()
