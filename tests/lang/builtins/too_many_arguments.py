# What sum and sorted say about the number of their arguments
for function, args in ((sum, ([1], 2, 3)), (sorted, ([1], len)), (sorted, ())):
    try:
        function(*args)
    except TypeError as e:
        print(e)
# expect: sum() takes at most 2 arguments (3 given)
# expect: sorted expected 1 argument, got 2
# expect: sorted expected 1 argument, got 0
