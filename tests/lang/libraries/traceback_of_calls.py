# The calls under way as lines, and an exception kept for later
import traceback


def inner():
    return traceback.extract_stack()


def outer():
    return inner()


print([line.name for line in outer()])  # expect: ['<module>', 'outer', 'inner']
print(traceback.format_list(outer())[-1].splitlines()[1])  # expect:     return traceback.extract_stack()
try:
    1 / 0
except ZeroDivisionError as error:
    kept = traceback.TracebackException.from_exception(error)
print(kept, list(kept.format_exception_only()))
# expect: division by zero ['ZeroDivisionError: division by zero\n']
print("".join(kept.format()).splitlines()[0])  # expect: Traceback (most recent call last):
