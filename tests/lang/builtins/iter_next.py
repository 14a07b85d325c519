# iter and next with defaults
it = iter([1, 2])
print(next(it), next(it), next(it, "end"))
try:
    next(it)
except StopIteration:
    print("stop")
for x in (5, [1]):
    try:
        next(x)
    except TypeError as e:
        print(e)
# expect: 1 2 end
# expect: stop
# expect: 'int' object is not an iterator
# expect: 'list' object is not an iterator
