# An inner function keeps the variables of the outer one; nonlocal lets it rebind them.
def make():
    n = 0

    def up():
        nonlocal n
        n += 1
        return n

    def get():
        return n

    return up, get


up, get = make()
other, _ = make()
print(up(), up(), get())  # expect: 1 2 2
print(other(), get())  # expect: 1 2
