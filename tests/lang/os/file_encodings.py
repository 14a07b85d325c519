# open() with encoding, errors and newline
import os
import tempfile

path = os.path.join(tempfile.gettempdir(), "gilsim_encodings_%d-%d" % (os.getpid(), os.stat("/proc/self").st_ino))
with open(path, "w", encoding="latin-1") as file:
    file.write("\u00e9\n")
with open(path, "rb") as file:
    print(file.read())
with open(path, encoding="latin-1") as file:
    print(ascii(file.read()), file.encoding)
try:
    with open(path, encoding="utf-8") as file:
        file.read()
except UnicodeDecodeError as error:
    print(error)
with open(path, encoding="utf-8", errors="replace") as file:
    print(ascii(file.read()))
with open(path, "w", newline="\r\n") as file:
    file.write("a\nb\n")
with open(path, newline="") as file:
    print(repr(file.read()))
with open(path) as file:
    print(file.readlines())
os.unlink(path)
# expect: b'\xe9\n'
# expect: '\xe9\n' latin-1
# expect: 'utf-8' codec can't decode byte 0xe9 in position 0: invalid continuation byte
# expect: '\ufffd\n'
# expect: 'a\r\nb\r\n'
# expect: ['a\n', 'b\n']
