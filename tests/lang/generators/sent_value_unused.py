# A value that is sent to a yield whose result nobody uses is dropped at once; the one that is used
# arrives, in any order of the two.
class Noisy:
    def __init__(self, name):
        self.name = name

    def __del__(self):
        print("gone", self.name)


def mixed():
    yield 1
    got = yield 2
    print("got", got.name)
    del got
    yield 3
    print("end", (yield 4))


g = mixed()
print(next(g))
print(g.send(Noisy("a")))
print(g.send(Noisy("b")))
print(g.send(Noisy("c")))
try:
    g.send("d")
except StopIteration:
    print("stop")


def handles():
    while True:
        try:
            yield
        except KeyError as error:
            print("in", repr(error))


h = handles()
print(next(h), h.send(Noisy("e")), h.throw(KeyError("f")), h.send(None))
h.close()
e = (k * k for k in range(3))
print(next(e), e.send(Noisy("g")), list(e))
try:
    (k for k in [1]).send(1)
except TypeError as error:
    print(error)
# expect: 1
# expect: gone a
# expect: 2
# expect: got b
# expect: gone b
# expect: 3
# expect: gone c
# expect: 4
# expect: end d
# expect: stop
# expect: gone e
# expect: in KeyError('f')
# expect: None None None None
# expect: gone g
# expect: 0 1 [4]
# expect: can't send non-None value to a just-started generator
