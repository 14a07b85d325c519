# raise from keeps the cause; an exception raised while handling another keeps the context.
def translate(key):
    try:
        return {}[key]
    except KeyError as error:
        raise ValueError("no " + key) from error


try:
    translate("x")
except ValueError as error:
    print(repr(error), repr(error.__cause__), error.__suppress_context__)
    # expect: ValueError('no x') KeyError('x') True
try:
    try:
        1 / 0
    except ZeroDivisionError:
        raise RuntimeError("second")
except RuntimeError as error:
    print(repr(error.__context__), error.__cause__)
    # expect: ZeroDivisionError('division by zero') None
try:
    try:
        1 / 0
    except ZeroDivisionError:
        raise RuntimeError("alone") from None
except RuntimeError as error:
    print(error.__cause__, error.__suppress_context__)  # expect: None True
