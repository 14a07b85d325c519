# Numbers in all bases, strings in all forms, constants of their own.
print(0xFF, 0o17, 0b101, 1_000_000, 1e3, 0x_ff, 1_0.5, .5, 5., 1E-2)
print("a" 'b' """c
d""", r"\n", "\x41\u00e9\U0001F600\101\t|", 'it\'s', "line \
continued")
print(b"a\x00\xff", rb"\x", "\\", '"' + "'" + '\'"', repr("it's"), repr('say "hi"'))
print(True + True, None, ..., Ellipsis is ..., NotImplemented, __name__)
print((), (1,), [], {}, {1}, set(), frozenset([1]))
# expect: 255 15 5 1000000 1000.0 255 10.5 0.5 5.0 0.01
# expect: abc
# expect: d \n Aé😀A	| it's line continued
# expect: b'a\x00\xff' b'\\x' \ "''" "it's" 'say "hi"'
# expect: 2 None Ellipsis True NotImplemented __main__
# expect: () (1,) [] {} {1} set() frozenset({1})
