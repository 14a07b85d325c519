# io.StringIO and io.BytesIO.
import io

s = io.StringIO("one\ntwo\n")
print(s.readline(), s.read(2), s.tell(), s.read(), s.read(), s.getvalue() == "one\ntwo\n")
s.seek(0)
print(list(s), s.write("three"), s.getvalue())
s.seek(2)
print(s.write("XY"), s.getvalue(), s.seek(0, 2), s.truncate(3), s.getvalue())
with io.StringIO() as t:
    print("to", "memory", file=t, end="!")
    t.writelines(["a", "b"])
    print(t.getvalue(), t.closed)
try:
    t.read()
except ValueError as error:
    print(error)
b = io.BytesIO(b"ab\ncd")
print(b.readline(), b.read(1), b.readlines(), b.getvalue(), b.seek(-2, 2), b.read())
b.seek(8)
b.write(b"z")
print(b.getvalue(), len(b.getvalue()))
for bad in (lambda: io.StringIO().write(b"x"), lambda: io.BytesIO().write("x"), lambda: io.StringIO(5), lambda: io.StringIO().seek(-1), lambda: io.BytesIO().fileno()):
    try:
        bad()
    except Exception as error:
        print(type(error).__name__, error)
print(io.StringIO("a\nb").readlines(), io.StringIO("abc").seekable(), io.StringIO("abc").read(-1))
# expect: one
# expect:  tw 6 o
# expect:   True
# expect: ['one\n', 'two\n'] 5 one
# expect: two
# expect: three
# expect: 2 onXYtwo
# expect: three 13 3 onX
# expect: to memory!ab False
# expect: I/O operation on closed file
# expect: b'ab\n' b'c' [b'd'] b'ab\ncd' 3 b'cd'
# expect: b'ab\ncd\x00\x00\x00z' 9
# expect: TypeError string argument expected, got 'bytes'
# expect: TypeError a bytes-like object is required, not 'str'
# expect: TypeError initial_value must be str or None, not int
# expect: ValueError Negative seek position -1
# expect: UnsupportedOperation fileno
# expect: ['a\n', 'b'] True abc
