# an exception in finally replaces the first, which is its context
try:
    try:
        1 / 0
    finally:
        {}["k"]
except KeyError as e:
    print(repr(e), repr(e.__context__))
# expect: KeyError('k') ZeroDivisionError('division by zero')
