# import inside a function is local
def f():
    import math
    return math.floor(2.5)
print(f(), "math" in globals())
# expect: 2 False
