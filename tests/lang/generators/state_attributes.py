# gi_running, gi_frame and the repr
def g():
    yield 1
it = g()
print(it.__name__, it.gi_running, iter(it) is it, repr(it).startswith("<generator object g at 0x"))
list(it)
print(next(it, "default"))
# expect: g False True True
# expect: default
