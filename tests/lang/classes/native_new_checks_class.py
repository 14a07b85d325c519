# __new__ of a built-in class takes only classes whose instances it can make.
for call in (lambda: int.__new__(5), lambda: int.__new__(str), lambda: str.__new__(int),
             lambda: object.__new__(int), lambda: float.__new__(),
             lambda: tuple.__new__([]), lambda: type(None)(1), lambda: type(...)(k=1)):
    try:
        print(call())
    except TypeError as e:
        print(e)
# expect: int.__new__(X): X is not a type object (int)
# expect: int.__new__(str): str is not a subtype of int
# expect: str.__new__(int): int is not a subtype of str
# expect: object.__new__(int) is not safe, use int.__new__()
# expect: float.__new__(): not enough arguments
# expect: tuple.__new__(X): X is not a type object (list)
# expect: NoneType takes no arguments
# expect: EllipsisType takes no arguments
