# for ignores the returned value
def g():
    yield 1
    return 99
print([x for x in g()], list(g()))
# expect: [1] [1]
