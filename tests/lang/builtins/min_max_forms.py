# min and max with key, default and several arguments
print(min(3, 1, 2), max("abc"), min([], default=0), max([1, -5], key=abs), min("b", "a", key=ord), max((1, "a"), (1, "b")))
for f in (lambda: max([]), lambda: min(1), lambda: max(1, "a"), lambda: min(), lambda: min(1, 2, default=3)):
    try:
        f()
    except (ValueError, TypeError) as e:
        print(e)
# expect: 1 c 0 -5 a (1, 'b')
# expect: max() arg is an empty sequence
# expect: 'int' object is not iterable
# expect: '>' not supported between instances of 'str' and 'int'
# expect: min expected at least 1 argument, got 0
# expect: Cannot specify a default for min() with multiple positional arguments
