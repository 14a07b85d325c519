# A missing module, a failing module, and one with a syntax error.
try:
    import no_such_module_anywhere
except ModuleNotFoundError as error:
    print(error)  # expect: No module named 'no_such_module_anywhere'
    print(error.name)  # expect: no_such_module_anywhere
try:
    import thread_of_python_two as t
except ImportError:
    t = None
print(t)  # expect: None
try:
    import _failing
except ZeroDivisionError as error:
    print(error)  # expect: division by zero
try:
    import _malformed
except SyntaxError as error:
    print("SyntaxError")  # expect: SyntaxError
import sys

print("_failing" in sys.modules)  # expect: False
