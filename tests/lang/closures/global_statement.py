# global binds the module's name from inside a function, also a new one.
value = 1


def set_value():
    global value, fresh
    value = 2
    fresh = 3


def shadow():
    value = 10
    return value


set_value()
print(value, fresh, shadow(), value)  # expect: 2 3 10 2
print("fresh" in globals(), sorted(k for k in globals() if k in ("value", "fresh")))
# expect: True ['fresh', 'value']


def local_names(a):
    b = a + 1
    return sorted(locals().items())


print(local_names(1))  # expect: [('a', 1), ('b', 2)]
