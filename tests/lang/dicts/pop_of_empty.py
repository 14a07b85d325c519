# pop of an empty dict does not hash the key, as in CPython.
try:
    {}.pop([1])
except KeyError as e:
    print(e)  # expect: [1]
print({}.pop([1], "default"))  # expect: default
try:
    {1: 2}.pop([1], "default")
except TypeError as e:
    print(e)  # expect: unhashable type: 'list'
