# An uncaught exception ends the program with 1 and a traceback.
# expect-exit: 1
# expect-stderr: Traceback (most recent call last):
# expect-stderr: uncaught.py", line 17, in <module>
# expect-stderr: uncaught.py", line 13, in outer
# expect-stderr:     return inner(n)
# expect-stderr: uncaught.py", line 9, in inner
def inner(n):
    return 10 // n


def outer(n):
    return inner(n)


print("before")  # expect: before
outer(0)
print("never")
# expect-stderr: ZeroDivisionError: integer division or modulo by zero
