# The common built-in errors and their texts.
FIVE = 5
NOTHING = None
wrongs = [
    lambda: 1 / 0,
    lambda: 1 // 0,
    lambda: 1.0 % 0,
    lambda: [][0],
    lambda: {}["key"],
    lambda: (1, 2)[5],
    lambda: "abc"[9],
    lambda: int("x1"),
    lambda: float("one"),
    lambda: 1 + "a",
    lambda: "a" + 1,
    lambda: [1] + (2,),
    lambda: None + 1,
    lambda: undefined_name,
    lambda: len(5),
    lambda: FIVE(),
    lambda: [].pop(),
    lambda: [1].remove(2),
    lambda: [1].index(3),
    lambda: {}.pop("a"),
    lambda: set().pop(),
    lambda: NOTHING[0],
    lambda: {[]: 1},
    lambda: 3 in 5,
    lambda: sorted([1, "a"]),
    lambda: max([]),
    lambda: chr(-1),
    lambda: "%d" % "x",
    lambda: 2 ** "a",
]
for wrong in wrongs:
    try:
        wrong()
    except Exception as error:
        print(type(error).__name__ + ":", error)
        # expect: ZeroDivisionError: division by zero
        # expect: ZeroDivisionError: integer division or modulo by zero
        # expect: ZeroDivisionError: float modulo
        # expect: IndexError: list index out of range
        # expect: KeyError: 'key'
        # expect: IndexError: tuple index out of range
        # expect: IndexError: string index out of range
        # expect: ValueError: invalid literal for int() with base 10: 'x1'
        # expect: ValueError: could not convert string to float: 'one'
        # expect: TypeError: unsupported operand type(s) for +: 'int' and 'str'
        # expect: TypeError: can only concatenate str (not "int") to str
        # expect: TypeError: can only concatenate list (not "tuple") to list
        # expect: TypeError: unsupported operand type(s) for +: 'NoneType' and 'int'
        # expect: NameError: name 'undefined_name' is not defined
        # expect: TypeError: object of type 'int' has no len()
        # expect: TypeError: 'int' object is not callable
        # expect: IndexError: pop from empty list
        # expect: ValueError: list.remove(x): x not in list
        # expect: ValueError: 3 is not in list
        # expect: KeyError: 'a'
        # expect: KeyError: 'pop from an empty set'
        # expect: TypeError: 'NoneType' object is not subscriptable
        # expect: TypeError: unhashable type: 'list'
        # expect: TypeError: argument of type 'int' is not iterable
        # expect: TypeError: '<' not supported between instances of 'str' and 'int'
        # expect: ValueError: max() arg is an empty sequence
        # expect: ValueError: chr() arg not in range(0x110000)
        # expect: TypeError: %d format: a real number is required, not str
        # expect: TypeError: unsupported operand type(s) for ** or pow(): 'int' and 'str'
