# A closure holds the variable, not its value at the time.
functions = []
for i in range(3):
    functions.append(lambda: i)
print([f() for f in functions])  # expect: [2, 2, 2]
functions = [lambda i=i: i for i in range(3)]
print([f() for f in functions])  # expect: [0, 1, 2]


def make(k):
    return lambda: k


print([f() for f in [make(k) for k in range(3)]])  # expect: [0, 1, 2]


def outer():
    def inner():
        return value

    value = "set later"
    return inner()


print(outer())  # expect: set later
