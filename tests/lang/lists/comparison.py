# lists compare item by item
print([1, 2] < [1, 3], [1] < [1, 0], [] < [0], [1, 2] == [1, 2], [1, 2] != [2, 1], [2] > [1, 9])
try:
    [1] < ["a"]
except TypeError as e:
    print(e)
# expect: True True True True True True
# expect: '<' not supported between instances of 'int' and 'str'
