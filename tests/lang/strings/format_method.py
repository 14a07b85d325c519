# str.format with positions, names, attributes and items.
class P:
    x = 4


print("{} {} {}".format(1, "a", None), "{1}{0}{1}".format("a", "b"))  # expect: 1 a None bab
print("{a}-{b!r:>5}".format(a=1, b="q"))  # expect: 1-  'q'
print("{0.x} {1[0]} {2[k]}".format(P(), [7], {"k": "v"}))  # expect: 4 7 v
print("{:>{w}.{p}f}".format(3.14159, w=8, p=2), "{{}}".format())  # expect:     3.14 {}
print("{:,} {:08.3f} {:+d} {:^7} {:#x}".format(12345, 3.14159, 5, "mid", 255))
# expect: 12,345 0003.142 +5   mid   0xff
print("{:{}}".format("a", 3) + "|")  # expect: a  |
print("{k}".format_map({"k": 1}))  # expect: 1
for wrong in (
    lambda: "{}".format(),
    lambda: "{x}".format(),
    lambda: "{:d}".format("a"),
    lambda: "{".format(1),
    lambda: "{:q}".format(1),
):
    try:
        wrong()
    except (IndexError, KeyError, ValueError) as error:
        print(type(error).__name__, error)
        # expect: IndexError Replacement index 0 out of range for positional args tuple
        # expect: KeyError 'x'
        # expect: ValueError Unknown format code 'd' for object of type 'str'
        # expect: ValueError Single '{' encountered in format string
        # expect: ValueError Unknown format code 'q' for object of type 'int'
