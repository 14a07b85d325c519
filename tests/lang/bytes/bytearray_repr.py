# repr() of a bytearray has the name of its class, and always a backslash before a single quote
class Buffer(bytearray):
    pass


class Outer:
    class Inner(bytearray):
        pass


print(bytearray(b"it's"), [bytearray(b'"')], repr(bytearray(b"'\"")), bytearray(b"a\\b\n"), bytes(b"it's"))
print(Buffer(b"x"), [Buffer(b"it's")], f"{Outer.Inner()!r} {Buffer()}", "%s %r" % (Buffer(b"1"), Buffer(b"2")), str(Buffer(b"")))
# expect: bytearray(b"it\'s") [bytearray(b'"')] bytearray(b'\'"') bytearray(b'a\\b\n') b"it's"
# expect: Buffer(b'x') [Buffer(b"it\'s")] Inner(b'') Buffer(b'') Buffer(b'1') Buffer(b'2') Buffer(b'')
