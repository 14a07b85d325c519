# bare raise and raise of the same
def f():
    try:
        1 / 0
    except ZeroDivisionError:
        raise
try:
    f()
except ZeroDivisionError as e:
    tb = e.__traceback__
    n = 0
    while tb:
        n += 1
        tb = tb.tb_next
    print(e, n)
try:
    raise
except RuntimeError as e:
    print(e)
# expect: division by zero 2
# expect: No active exception to reraise
