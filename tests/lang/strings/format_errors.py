# what str.format refuses
for f in (lambda: "{}".format(), lambda: "{a}".format(), lambda: "{0} {}".format(1, 2), lambda: "{".format(), lambda: "}".format(), lambda: "{:d}".format("a"), lambda: "{:q}".format(1), lambda: "{0!z}".format(1)):
    try:
        print(f())
    except (ValueError, KeyError, IndexError) as e:
        print(type(e).__name__, e)
# expect: IndexError Replacement index 0 out of range for positional args tuple
# expect: KeyError 'a'
# expect: ValueError cannot switch from manual field specification to automatic field numbering
# expect: ValueError Single '{' encountered in format string
# expect: ValueError Single '}' encountered in format string
# expect: ValueError Unknown format code 'd' for object of type 'str'
# expect: ValueError Unknown format code 'q' for object of type 'int'
# expect: ValueError Unknown conversion specifier z
