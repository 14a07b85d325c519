# split with and without separator, maxsplit, rsplit
print("a,b,,c".split(","), " a  b ".split(), "a b c".split(None, 1), "a,b,c".rsplit(",", 1), "".split(), "".split(","), "abc".split("b"))
try:
    "a".split("")
except ValueError as e:
    print(e)
# expect: ['a', 'b', '', 'c'] ['a', 'b'] ['a', 'b c'] ['a,b', 'c'] [] [''] ['a', 'c']
# expect: empty separator
