# exec() of a function's code object is refused; so is compile() for single statements.
# oracle: skip
def f():
    return 1


try:
    exec(f.__code__)
except TypeError as e:
    print(e)  # expect: exec() of a function's code is not supported by gilsim
try:
    compile("1", "f", "single")
except ValueError as e:
    print(e)  # expect: compile() mode 'single' is not supported by gilsim
