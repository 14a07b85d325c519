# traceback.
import io
import sys
import traceback


def inner():
    return 1 / 0


def outer():
    try:
        inner()
    except ZeroDivisionError as error:
        raise KeyError("wrapped") from error


try:
    inner()
except ZeroDivisionError as error:
    print(traceback.format_exception_only(type(error), error), traceback.format_exception_only(error))
    lines = traceback.format_exception(error)
    print(len(lines), lines[0].strip(), lines[-1].strip(), "in inner" in lines[2])
    print(traceback.format_exc() == "".join(lines))
    names = [(entry.name, entry.lineno, entry.line) for entry in traceback.extract_tb(error.__traceback__)]
    print(names)
try:
    outer()
except KeyError as error:
    text = traceback.format_exc()
    print("direct cause" in text, text.splitlines()[-1], traceback.format_exception_only(error))
    out = io.StringIO()
    traceback.print_exc(file=out)
    print(out.getvalue() == text)
print(traceback.format_exc().strip())
# expect: ['ZeroDivisionError: division by zero\n'] ['ZeroDivisionError: division by zero\n']
# expect: 4 Traceback (most recent call last): ZeroDivisionError: division by zero True
# expect: True
# expect: [('<module>', 19, 'inner()'), ('inner', 8, 'return 1 / 0')]
# expect: True KeyError: 'wrapped' ["KeyError: 'wrapped'\n"]
# expect: True
# expect: NoneType: None
