# io.StringIO: which ends of lines it reads and writes
import io

for newline in ("", None, "\n", "\r", "\r\n"):
    s = io.StringIO("a\rb\nc\r\nd", newline=newline)
    print(repr(newline), list(s), repr(s.getvalue()))
    print(s.write("x\ny\r"), repr(s.getvalue()), s.tell(), s.seek(0), [s.readline(1), s.readline(), s.readlines()])
    s = io.StringIO(newline=newline)
    print(s.write("q\n\n\r\r\n"), s.seek(0), [s.readline() for _ in range(5)])
for bad in ("x", 5, "\n\r", b""):
    try:
        io.StringIO("", newline=bad)
    except (TypeError, ValueError) as error:
        print(type(error).__name__, error)
# expect: '' ['a\r', 'b\n', 'c\r\n', 'd'] 'a\rb\nc\r\nd'
# expect: 4 'a\rb\nc\r\ndx\ny\r' 12 0 ['a', '\r', ['b\n', 'c\r\n', 'dx\n', 'y\r']]
# expect: 6 0 ['q\n', '\n', '\r', '\r\n', '']
# expect: None ['a\n', 'b\n', 'c\n', 'd'] 'a\nb\nc\nd'
# expect: 4 'a\nb\nc\ndx\ny\n' 11 0 ['a', '\n', ['b\n', 'c\n', 'dx\n', 'y\n']]
# expect: 6 0 ['q\n', '\n', '\n', '\n', '']
# expect: '\n' ['a\rb\n', 'c\r\n', 'd'] 'a\rb\nc\r\nd'
# expect: 4 'a\rb\nc\r\ndx\ny\r' 12 0 ['a', '\rb\n', ['c\r\n', 'dx\n', 'y\r']]
# expect: 6 0 ['q\n', '\n', '\r\r\n', '', '']
# expect: '\r' ['a\r', 'b\r', 'c\r', '\r', 'd'] 'a\rb\rc\r\rd'
# expect: 4 'a\rb\rc\r\rdx\ry\r' 12 0 ['a', '\r', ['b\r', 'c\r', '\r', 'dx\r', 'y\r']]
# expect: 6 0 ['q\r', '\r', '\r', '\r', '\r']
# expect: '\r\n' ['a\rb\r\n', 'c\r\r\n', 'd'] 'a\rb\r\nc\r\r\nd'
# expect: 4 'a\rb\r\nc\r\r\ndx\r\ny\r' 15 0 ['a', '\rb\r\n', ['c\r\r\n', 'dx\r\n', 'y\r']]
# expect: 6 0 ['q\r\n', '\r\n', '\r\r\r\n', '', '']
# expect: ValueError illegal newline value: 'x'
# expect: TypeError newline must be str or None, not int
# expect: ValueError illegal newline value: '\n\r'
# expect: TypeError newline must be str or None, not bytes
