# names of enclosing functions, global, nonlocal
x = "global"
def outer():
    x = "outer"
    def inner():
        nonlocal x
        x = "changed"
        def deepest():
            global x
            x = "new global"
            return x
        return deepest()
    return inner(), x
print(outer(), x)
# expect: ('new global', 'changed') new global
