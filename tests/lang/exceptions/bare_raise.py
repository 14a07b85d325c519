# A bare raise raises what is being handled, also from a function called there.
def again():
    raise


try:
    try:
        raise ValueError("first")
    except ValueError:
        print("handling")  # expect: handling
        again()
except ValueError as error:
    print("again:", error)  # expect: again: first
try:
    raise
except RuntimeError as error:
    print(error)  # expect: No active exception to reraise
try:
    try:
        raise KeyError("outer")
    except KeyError:
        try:
            raise IndexError("inner")
        except IndexError:
            pass
        raise
except KeyError as error:
    print("outer again:", error)  # expect: outer again: 'outer'
