# find and its like count their arguments in words of their own, and look at the bounds first.
for call in (lambda: "a".find(), lambda: b"a".count(1, 2, 3, 4), lambda: "a".find(1, "x"),
             lambda: "a".startswith(1, "x"), lambda: [].index(1, "x")):
    try:
        call()
    except TypeError as e:
        print(e)
# expect: find() takes at least 1 argument (0 given)
# expect: count() takes at most 3 arguments (4 given)
# expect: slice indices must be integers or None or have an __index__ method
# expect: slice indices must be integers or None or have an __index__ method
# expect: slice indices must be integers or have an __index__ method
