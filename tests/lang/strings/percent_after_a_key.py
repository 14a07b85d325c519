# A % conversion without a key cannot follow one with a key
for format in ("%(a)s %s", "%(a)s", "%s %(a)s", "%(a)s %%"):
    try:
        print(format % {"a": 1})
    except TypeError as error:
        print(error)
# expect: not enough arguments for format string
# expect: 1
# expect: {'a': 1} 1
# expect: 1 %
