# issubclass, type and their errors
print(issubclass(bool, int), issubclass(int, object), type(5) is int, type(type) is type, type(None).__name__)
try:
    issubclass(5, int)
except TypeError as e:
    print(e)
# expect: True True True True NoneType
# expect: issubclass() arg 1 must be a class
