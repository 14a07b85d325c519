# A pipe carries bytes in order, and ends when its writing end is closed.
import os

r, w = os.pipe()
print(os.write(w, b"hello "), os.write(w, b"world"))  # expect: 6 5
print(os.read(r, 5), os.read(r, 100))  # expect: b'hello' b' world'
os.write(w, b"last")
os.close(w)
print(os.read(r, 100), os.read(r, 100))  # expect: b'last' b''
os.close(r)
for wrong in (lambda: os.read(r, 1), lambda: os.write(w, b"x"), lambda: os.close(r)):
    try:
        wrong()
    except OSError as error:
        print(type(error).__name__, error.errno, error.strerror)
        # expect: OSError 9 Bad file descriptor
        # expect: OSError 9 Bad file descriptor
        # expect: OSError 9 Bad file descriptor
r, w = os.pipe()
os.close(r)
try:
    os.write(w, b"x")
except BrokenPipeError as error:
    print(error)  # expect: [Errno 32] Broken pipe
os.close(w)
