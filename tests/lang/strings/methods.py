# The methods that programs use most.
s = "  Hello, World  "
print([s.strip(), s.lstrip(), s.rstrip()])
# expect: ['Hello, World', 'Hello, World  ', '  Hello, World']
print(s.upper().strip(), s.lower().strip(), s.strip().swapcase())
# expect: HELLO, WORLD hello, world hELLO, wORLD
print("hello world".title(), "hELLO".capitalize(), "a,b,,c".split(","))
# expect: Hello World Hello ['a', 'b', '', 'c']
print(" a  b ".split(), "a-b-c".split("-", 1), "a-b-c".rsplit("-", 1))
# expect: ['a', 'b'] ['a', 'b-c'] ['a-b', 'c']
print("-".join(["a", "b"]), "x".join([]), "-".join("xyz"))  # expect: a-b  x-y-z
print("abcabc".replace("b", "X"), "aaa".replace("a", "b", 2), "ab".replace("", "-"))
# expect: aXcaXc bba -a-b-
print("hello".find("l"), "hello".rfind("l"), "hello".find("z"))  # expect: 2 3 -1
print("hello".index("e"), "hello".count("l"), "aaaa".count("aa"))  # expect: 1 2 2
print("abc".startswith("ab"), "abc".endswith(("x", "c")))  # expect: True True
print("abc".startswith("b", 1), "a\nb\r\nc".splitlines(), "a\nb".splitlines(True))
# expect: True ['a', 'b', 'c'] ['a\n', 'b']
print("7".zfill(3), "-7".zfill(4), "ab".center(6, "*"))  # expect: 007 -007 **ab**
print("ab".ljust(4) + "|", "ab".rjust(4, "."), "a\tb".expandtabs(4))  # expect: ab  | ..ab a   b
print("key=value=x".partition("="), "none".partition("="), "a.b.c".rpartition("."))
# expect: ('key', '=', 'value=x') ('none', '', '') ('a.b', '.', 'c')
print("xxaxx".strip("x"), "prefix-a".removeprefix("prefix-"), "a.py".removesuffix(".py"))
# expect: a a a
print("abc".translate({97: "X", 98: None}))  # expect: Xc
print("abc".translate(str.maketrans("ab", "12")), "Straße".casefold())  # expect: 12c strasse
try:
    "abc".index("z")
except ValueError as error:
    print(error)  # expect: substring not found
try:
    ",".join([1])
except TypeError as error:
    print(error)  # expect: sequence item 0: expected str instance, int found
