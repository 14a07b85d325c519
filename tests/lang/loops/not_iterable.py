# the error of what cannot be iterated over
for x in (5, None, 1.5, len):
    try:
        for y in x:
            pass
    except TypeError as e:
        print(e)
# expect: 'int' object is not iterable
# expect: 'NoneType' object is not iterable
# expect: 'float' object is not iterable
# expect: 'builtin_function_or_method' object is not iterable
