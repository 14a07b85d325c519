# what cannot be compared cannot be sorted, and the list stays whole
a = [1, "a", 2]
try:
    a.sort()
except TypeError as e:
    print(e, len(a))
# expect: '<' not supported between instances of 'str' and 'int' 3
