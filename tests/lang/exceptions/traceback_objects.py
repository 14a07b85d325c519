# with_traceback, __traceback__ and add_note.
try:
    raise ValueError("x")
except ValueError as error:
    saved = error
print(saved.__traceback__ is not None, saved.__context__)  # expect: True None
print(saved.with_traceback(None) is saved, saved.__traceback__)  # expect: True None
saved.add_note("a note")
print(saved.__notes__)  # expect: ['a note']
import sys

print(sys.exc_info())  # expect: (None, None, None)
try:
    1 / 0
except ZeroDivisionError:
    print(sys.exc_info()[0].__name__, sys.exc_info()[1])
    # expect: ZeroDivisionError division by zero
print(sys.exc_info()[0])  # expect: None
