# messages for operands that do not fit
for f in (lambda: 1 + "a", lambda: "a" + 1, lambda: [] + (), lambda: {} + {}, lambda: None + 1, lambda: "a" - "b", lambda: [1] * [2], lambda: -"a", lambda: ~1.5, lambda: 1 < "a", lambda: [] < 1, lambda: 1 @ 2, lambda: 1 << 1.0, lambda: len(5), lambda: len(5)[0], lambda: "a" % 1 if 0 else 1 & "a"):
    try:
        f()
    except TypeError as e:
        print(e)
# expect: unsupported operand type(s) for +: 'int' and 'str'
# expect: can only concatenate str (not "int") to str
# expect: can only concatenate list (not "tuple") to list
# expect: unsupported operand type(s) for +: 'dict' and 'dict'
# expect: unsupported operand type(s) for +: 'NoneType' and 'int'
# expect: unsupported operand type(s) for -: 'str' and 'str'
# expect: can't multiply sequence by non-int of type 'list'
# expect: bad operand type for unary -: 'str'
# expect: bad operand type for unary ~: 'float'
# expect: '<' not supported between instances of 'int' and 'str'
# expect: '<' not supported between instances of 'list' and 'int'
# expect: unsupported operand type(s) for @: 'int' and 'int'
# expect: unsupported operand type(s) for <<: 'int' and 'float'
# expect: object of type 'int' has no len()
# expect: object of type 'int' has no len()
# expect: unsupported operand type(s) for &: 'int' and 'str'
