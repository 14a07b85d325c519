# exec() of a function's code object is refused.
# oracle: skip
def f():
    return 1


try:
    exec(f.__code__)
except TypeError as e:
    print(e)  # expect: exec() of a function's code is not supported by gilsim
