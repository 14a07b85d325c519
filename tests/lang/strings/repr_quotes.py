# repr chooses quotes and escapes
for s in ("a'b", 'a"b', "a'b\"c", "\n\t\\", "\x00\x7f\x80\u00ad", "é"):
    print(repr(s), ascii(s))
# expect: "a'b" "a'b"
# expect: 'a"b' 'a"b'
# expect: 'a\'b"c' 'a\'b"c'
# expect: '\n\t\\' '\n\t\\'
# expect: '\x00\x7f\x80\xad' '\x00\x7f\x80\xad'
# expect: 'é' '\xe9'
