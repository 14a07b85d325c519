# globals, locals and vars
g = 1
def f(a):
    b = 2
    return sorted(locals()), "g" in globals()
print(f(0), globals()["g"], type(vars()).__name__)
# expect: (['a', 'b'], True) 1 dict
