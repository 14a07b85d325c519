# select.select: which sockets and pipes are ready, timeouts
import os
import select
import socket
import threading
import time

a, b = socket.socketpair()
print(select.select([a], [], [], 0))
r, w, x = select.select([a], [a], [], 1)
print(r, w == [a], x)
b.send(b"x")
print(select.select([a, b], [], [], 5)[0] == [a])
print(a.recv(5))
t = threading.Timer(0.02, lambda: b.send(b"late"))
t.start()
print(select.select([a], [], [])[0] == [a], a.recv(10))
t.join()
before = time.monotonic()
print(select.select([a], [], [], 0.02), time.monotonic() - before >= 0.02)
rd, wr = os.pipe()
print(select.select([rd], [wr], [], 0) == ([], [wr], []))
os.write(wr, b"1")
print(select.select([rd, a], [], []) == ([rd], [], []))
b.close()
print(select.select([a], [], [])[0] == [a], a.recv(5))
try:
    select.select([], [], [], -1)
except ValueError as e:
    print(e)
try:
    select.select(["x"], [], [])
except TypeError as e:
    print(e)
a.close()
os.close(rd)
os.close(wr)
# expect: ([], [], [])
# expect: [] True []
# expect: True
# expect: b'x'
# expect: True b'late'
# expect: ([], [], []) True
# expect: True
# expect: True
# expect: True b''
# expect: timeout must be non-negative
# expect: argument must be an int, or have a fileno() method.
