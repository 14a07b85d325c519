# sys.version_info, flags, float_info by name; _getframe
import sys

print(sys.version_info.major, sys.version_info[:2] == (3, sys.version_info.minor))
print(repr(sys.version_info).startswith("sys.version_info(major=3, minor="))
print(sys.flags.optimize, sys.float_info.epsilon, sys.float_info.max, sys.hash_info.width)


def caller():
    return sys._getframe(1).f_code.co_name, sys._getframe().f_lineno


def outer():
    return caller()


print(outer(), sys._getframe().f_code.co_name, sys._getframe().f_back)
try:
    sys._getframe(99)
except ValueError as e:
    print(e)
try:
    sys.nosuch
except AttributeError as e:
    print(e)
# expect: 3 True
# expect: True
# expect: 0 2.220446049250313e-16 1.7976931348623157e+308 64
# expect: ('outer', 10) <module> None
# expect: call stack is not deep enough
# expect: module 'sys' has no attribute 'nosuch'
