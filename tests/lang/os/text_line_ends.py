# Lines of text files end at \n, \r and \r\n, or at what newline= says; also where a block of input ends
import os
import tempfile
folder = tempfile.mkdtemp()
path = os.path.join(folder, "lines")
with open(path, "wb") as f:
    f.write(b"a\r\nb\rc\n\r\n\rd\r\r\ne\r")
for newline in (None, "", "\n", "\r", "\r\n"):
    with open(path, newline=newline) as f:
        print(repr(newline), f.readlines())
# expect: None ['a\n', 'b\n', 'c\n', '\n', '\n', 'd\n', '\n', 'e\n']
# expect: '' ['a\r\n', 'b\r', 'c\n', '\r\n', '\r', 'd\r', '\r\n', 'e\r']
# expect: '\n' ['a\r\n', 'b\rc\n', '\r\n', '\rd\r\r\n', 'e\r']
# expect: '\r' ['a\r', '\nb\r', 'c\n\r', '\n\r', 'd\r', '\r', '\ne\r']
# expect: '\r\n' ['a\r\n', 'b\rc\n\r\n', '\rd\r\r\n', 'e\r']
with open(path) as f:
    print([f.readline(2) for _ in range(4)])  # expect: ['a\n', 'b\n', 'c\n', '\n']
with open(path, "rb") as f:
    print(f.readlines())  # expect: [b'a\r\n', b'b\rc\n', b'\r\n', b'\rd\r\r\n', b'e\r']
for size in (8191, 65534, 65535, 65536):
    with open(path, "w", newline="") as f:
        f.write("x" * size + "\r\ny\r" + "z" * size + "\r")
    with open(path) as f:
        lines = list(f)
    print([(len(line) - size, line[-2:]) for line in lines if len(line) > 2], len(lines))
# expect: [(1, 'x\n'), (1, 'z\n')] 3
# expect: [(1, 'x\n'), (1, 'z\n')] 3
# expect: [(1, 'x\n'), (1, 'z\n')] 3
# expect: [(1, 'x\n'), (1, 'z\n')] 3
os.remove(path)
os.rmdir(folder)
print(os.path.splitdrive("/a/b"))  # expect: ('', '/a/b')
