# a free variable read before it is assigned
def f():
    def g():
        return v
    try:
        g()
    except NameError as e:
        print(e)
    v = 1
    return g()
print(f())
# expect: cannot access free variable 'v' where it is not associated with a value in enclosing scope
# expect: 1
