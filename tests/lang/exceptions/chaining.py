# __cause__, __context__ and from None
def f(how):
    try:
        try:
            {}["k"]
        except KeyError as k:
            if how == 1:
                raise ValueError("v") from k
            if how == 2:
                raise ValueError("v") from None
            raise ValueError("v")
    except ValueError as v:
        return repr(v.__cause__), repr(v.__context__), v.__suppress_context__
print(f(1), f(2), f(3))
# expect: ("KeyError('k')", "KeyError('k')", True) ('None', "KeyError('k')", True) ('None', "KeyError('k')", False)
