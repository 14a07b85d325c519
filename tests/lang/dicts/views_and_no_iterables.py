# An operator of a view of a dict asks the other side for its elements, whatever it is.
for call in (lambda: {1: 2}.keys() & 5, lambda: {1: 2}.items() - None, lambda: {1: 2}.keys() + [1]):
    try:
        print(call())
    except TypeError as e:
        print(e)
# expect: 'int' object is not iterable
# expect: 'NoneType' object is not iterable
# expect: unsupported operand type(s) for +: 'dict_keys' and 'list'
print({1: 2, 3: 4}.keys() & [3, 5])  # expect: {3}
