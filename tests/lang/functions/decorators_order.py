# decorators apply from below
def tag(name):
    def wrap(f):
        return lambda: name + f()
    return wrap
@tag("a")
@tag("b")
def f():
    return "c"
print(f())
# expect: abc
