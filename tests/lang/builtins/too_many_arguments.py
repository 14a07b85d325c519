# What sum, sorted and int say or give
class Sub:
    def __int__(self): return True
for function, args in ((sum, ([1], 2, 3)), (sorted, ([1], len)), (sorted, ())):
    try:
        function(*args)
    except TypeError as e:
        print(e)
print(repr(int(Sub())))
# expect: sum() takes at most 2 arguments (3 given)
# expect: sorted expected 1 argument, got 2
# expect: sorted expected 1 argument, got 0
# expect: 1
