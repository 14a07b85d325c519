# shutdown, close, and what the other end sees of it
import socket

a, b = socket.socketpair()
a.sendall(b"last")
a.shutdown(socket.SHUT_WR)
print(b.recv(2), b.recv(100), b.recv(100))
b.sendall(b"answer")
print(a.recv(100))
b.close()
print(a.recv(100))
try:
    a.send(b"x")
except BrokenPipeError as e:
    print(e)
a.close()
for action in (lambda: a.recv(1), lambda: a.send(b"x"), lambda: a.getsockname()):
    try:
        action()
    except OSError as e:
        print(e)
print(a.fileno())
c = socket.socket()
for action in (lambda: c.recv(1), lambda: c.getpeername(), lambda: c.accept(),
               lambda: c.shutdown(socket.SHUT_RD)):
    try:
        action()
    except OSError as e:
        print(e)
c.close()
with socket.socket() as d:
    d.bind(("127.0.0.1", 0))
    free = d.getsockname()
try:
    socket.create_connection(free)
except ConnectionRefusedError as e:
    print(e)
s = socket.socket()
print(s.connect_ex(free))
s.close()
# expect: b'la' b'st' b''
# expect: b'answer'
# expect: b''
# expect: [Errno 32] Broken pipe
# expect: [Errno 9] Bad file descriptor
# expect: [Errno 9] Bad file descriptor
# expect: [Errno 9] Bad file descriptor
# expect: -1
# expect: [Errno 107] Transport endpoint is not connected
# expect: [Errno 107] Transport endpoint is not connected
# expect: [Errno 22] Invalid argument
# expect: [Errno 107] Transport endpoint is not connected
# expect: [Errno 111] Connection refused
# expect: 111
