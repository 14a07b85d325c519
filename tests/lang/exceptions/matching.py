# The first matching except clause runs; a tuple names several types, a base matches what derives.
def kind(error):
    try:
        raise error
    except (KeyError, IndexError) as caught:
        return "lookup " + type(caught).__name__
    except ArithmeticError as caught:
        return "arithmetic " + type(caught).__name__
    except Exception as caught:
        return "other " + str(caught)
    except BaseException:
        return "base"


print(kind(KeyError(1)), kind(IndexError()), kind(ZeroDivisionError()), kind(ValueError("v")))
# expect: lookup KeyError lookup IndexError arithmetic ZeroDivisionError other v
print(kind(SystemExit()), kind(OverflowError))  # expect: base arithmetic OverflowError
try:
    raise ValueError("a", 2)
except ValueError as error:
    print(error, error.args)  # expect: ('a', 2) ('a', 2)
try:
    error
except NameError as gone:
    print(gone)  # expect: name 'error' is not defined
