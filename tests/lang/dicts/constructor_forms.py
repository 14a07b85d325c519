# the forms of dict()
print(dict(), dict(a=1), dict([("x", 1)]), dict({"k": 2}, z=3), dict(zip("ab", [1, 2])))
# expect: {} {'a': 1} {'x': 1} {'k': 2, 'z': 3} {'a': 1, 'b': 2}
