# A warning names the line that caused it, once for each place; filters are regular expressions
import sys
import warnings


def show(message, category, filename, lineno, file=None, line=None):
    print(category.__name__, message, filename == __file__, lineno)


warnings.showwarning = show


def careful():
    warnings.warn("here")
    warnings.warn("there", DeprecationWarning, stacklevel=2)


careful()
# expect: UserWarning here True 14
# expect: DeprecationWarning there True 18
careful()
# expect: DeprecationWarning there True 21
warnings.filterwarnings("ignore", "th.*", DeprecationWarning)
careful()
# expect: UserWarning here True 14
warnings.simplefilter("error")
try:
    careful()
except UserWarning as error:
    print(repr(error))  # expect: UserWarning('here')
with warnings.catch_warnings(record=True) as caught:
    warnings.simplefilter("always")
    careful()
    careful()
print(len(caught), caught[0].message, caught[3].lineno)  # expect: 4 here 34
print(warnings.formatwarning("text", UserWarning, "file.py", 3, "x = 1"), end="")
# expect: file.py:3: UserWarning: text
# expect:   x = 1
try:
    warnings.warn("x", int)
except TypeError as error:
    print(error)  # expect: category must be a Warning subclass, not 'type'
