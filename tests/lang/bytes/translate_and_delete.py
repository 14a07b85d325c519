# translate() of bytes takes a table or None, and bytes to leave out
table = bytes(range(128)).upper() + bytes(range(128, 256))
print(b"abcab".translate(table), b"abcab".translate(None, b"b"), b"abc".translate(table, delete=b"a"))
# expect: b'ABCAB' b'aca' b'BC'
print(bytearray(b"xyz").translate(None, delete=b"y"))  # expect: bytearray(b'xz')
for arguments in ((b"short",), (None, 3)):
    try:
        b"x".translate(*arguments)
    except (TypeError, ValueError) as error:
        print(error)
# expect: translation table must be 256 characters long
# expect: a bytes-like object is required, not 'int'
