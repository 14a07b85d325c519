# Module traceback of CPython 3.11 knows no suggestions; the interpreter that prints an uncaught error does.
# expect-exit: 1
# expect-stderr: AttributeError: 'list' object has no attribute 'apend'. Did you mean: 'append'?
import traceback

try:
    [].apend(1)
except AttributeError:
    print(traceback.format_exc().split("\n")[-2])  # expect: AttributeError: 'list' object has no attribute 'apend'
try:
    eval("1 +")
except SyntaxError as e:
    print("    1 +\n" in traceback.format_exception(e))  # expect: True
[].apend(1)
