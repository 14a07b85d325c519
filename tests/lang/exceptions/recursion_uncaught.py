# Uncaught runaway recursion prints a shortened traceback and ends with 1.
# expect-exit: 1
# expect-stderr: [Previous line repeated
# expect-stderr: RecursionError: maximum recursion depth exceeded
def f():
    return f()


print("go")  # expect: go
f()
