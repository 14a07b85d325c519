# seek, tell, truncate, readinto, peek; reading and writing the same file
import os
import tempfile

path = os.path.join(tempfile.gettempdir(), "gilsim_positions_%d_%d" % (
    os.getpid(), os.stat("/proc/self").st_ino))
with open(path, "wb") as file:
    print(file.write(b"hello\nworld\n"), file.tell(), file.seekable())
with open(path, "r+b") as file:
    print(file.read(3), file.tell(), file.seek(0), file.readline(), file.seek(-3, 2), file.read())
    print(file.seek(2), file.write(b"XY"), file.seek(0), file.read())
    print(file.truncate(5), file.seek(0), file.read())
    buffer = bytearray(3)
    file.seek(1)
    print(file.readinto(buffer), buffer, file.peek(1)[:1])
with open(path, "a+") as file:
    file.write("more\n")
    file.seek(0)
    print(file.read())
with open(path, "wb", buffering=0) as file:
    print(file.write(b"raw"), os.path.getsize(path))
os.unlink(path)
# expect: 12 12 True
# expect: b'hel' 3 0 b'hello\n' 9 b'ld\n'
# expect: 2 2 0 b'heXYo\nworld\n'
# expect: 5 0 b'heXYo'
# expect: 3 bytearray(b'eXY') b'o'
# expect: heXYomore
# expect:
# expect: 3 3
