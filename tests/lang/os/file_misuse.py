# What files say when they are used for what they are not open for
import io
import os
import sys
import tempfile

path = os.path.join(tempfile.gettempdir(), "gilsim_misuse_%d-%d" % (os.getpid(), os.stat("/proc/self").st_ino))
with open(path, "w") as file:
    for misuse in (file.read, lambda: file.write(b"x"), lambda: file.seek(1, 1)):
        try:
            misuse()
        except (io.UnsupportedOperation, TypeError) as error:
            print(type(error).__name__, error)
with open(path, "rb") as file:
    print(type(file).__name__, file.mode, file.closed)
for misuse in (file.read, lambda: file.seek(0)):
    try:
        misuse()
    except ValueError as error:
        print(error)
for mode in ("rw", "z", "rbt"):
    try:
        open(path, mode)
    except ValueError as error:
        print(error)
sys.stdout.write("text\n")
sys.stdout.flush()
sys.stdout.buffer.write(b"bytes\n")
sys.stdout.buffer.flush()
os.unlink(path)
# expect: UnsupportedOperation not readable
# expect: TypeError write() argument must be str, not bytes
# expect: UnsupportedOperation can't do nonzero cur-relative seeks
# expect: BufferedReader rb False
# expect: read of closed file
# expect: seek of closed file
# expect: must have exactly one of create/read/write/append mode
# expect: invalid mode: 'z'
# expect: can't have text and binary mode at once
# expect: text
# expect: bytes
