# what indices must be
a = [1, 2]
for f in (lambda: a[5], lambda: a["x"], lambda: a[1.0], lambda: a.__setitem__(9, 1)):
    try:
        f()
    except (IndexError, TypeError) as e:
        print(type(e).__name__, e)
# expect: IndexError list index out of range
# expect: TypeError list indices must be integers or slices, not str
# expect: TypeError list indices must be integers or slices, not float
# expect: IndexError list assignment index out of range
