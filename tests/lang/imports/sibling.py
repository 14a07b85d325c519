# A sibling file is imported once; its names stay its own.
import _sibling
from _sibling import helper, VALUE as value
import _sibling as again

print(_sibling.VALUE, helper(2), value, again is _sibling, _sibling.__name__)
_sibling.VALUE = 99
print(helper(1), value, _sibling.state)
_sibling.change()
print(_sibling.state, again.state)
try:
    from _sibling import nothing
except ImportError as error:
    print(str(error).split(" (")[0])
try:
    _sibling.nothing
except AttributeError as error:
    print(error)
# expect: loading _sibling
# expect: 5 10 5 True _sibling
# expect: 99 5 new
# expect: changed changed
# expect: cannot import name 'nothing' from '_sibling'
# expect: module '_sibling' has no attribute 'nothing'
