# throw() raises at the paused yield; the generator may catch it and go on.
def worker():
    while True:
        try:
            yield "ready"
        except ValueError as error:
            print("caught", error)
            yield "recovered"


g = worker()
print(next(g))
print(g.throw(ValueError("bad")))
print(next(g))
try:
    g.throw(KeyError("other"))
except KeyError as error:
    print("passed on", error)
print(next(g, "finished"))
# expect: ready
# expect: caught bad
# expect: recovered
# expect: ready
# expect: passed on 'other'
# expect: finished
