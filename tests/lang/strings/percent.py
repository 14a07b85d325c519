# % formatting with tuples, mappings, widths and flags.
print("%s is %d years and %.1f%%" % ("Bob", 42, 99.5))  # expect: Bob is 42 years and 99.5%
print("%r %a" % ("x", "é"), "%5s|%-5s|%05d|%+d|% d" % ("a", "b", 42, 5, 7))
# expect: 'x' '\xe9'     a|b    |00042|+5| 7
print("%x %X %#x %o %#o %c %c %e" % (255, 255, 255, 8, 8, "z", 65, 12345.678))
# expect: ff FF 0xff 10 0o10 z A 1.234568e+04
print("%i" % 3.9, "%s" % None, "%s %s" % ([1], {2: 3}))  # expect: 3 None [1] {2: 3}
print("%(a)s-%(b)03d-%(a)r" % {"a": "x", "b": 7})  # expect: x-007-'x'
print("%*d|%-*d|%.*f" % (5, 42, 4, 7, 2, 3.14159), "%.2s" % "abcdef", "%%")
# expect:    42|7   |3.14 ab %%
print("%s" % (1,), "%s" % [1, 2], "one %s" % "two", "%d" % 10**25, "%x" % -255, "%.3d" % 7)
# expect: 1 [1, 2] one two 10000000000000000000000000 -ff 007
for wrong in (
    lambda: "%d" % "a",
    lambda: "%s %s" % 1,
    lambda: "%s" % (1, 2),
    lambda: "%(k)s" % {"a": 1},
    lambda: "%y" % 1,
    lambda: "%c" % "ab",
):
    try:
        wrong()
    except (TypeError, ValueError, KeyError) as error:
        print(type(error).__name__, error)
        # expect: TypeError %d format: a real number is required, not str
        # expect: TypeError not enough arguments for format string
        # expect: TypeError not all arguments converted during string formatting
        # expect: KeyError 'k'
        # expect: ValueError unsupported format character 'y' (0x79) at index 1
        # expect: TypeError %c requires int or char
