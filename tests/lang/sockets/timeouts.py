# settimeout, setblocking and the errors of what would have to wait
import socket

listener = socket.socket()
listener.bind(("127.0.0.1", 0))
listener.listen()
listener.settimeout(0.01)
print(listener.gettimeout(), listener.getblocking())
try:
    listener.accept()
except socket.timeout as e:
    print("accept:", e, type(e) is TimeoutError)
a, b = socket.socketpair()
a.settimeout(0.01)
try:
    a.recv(10)
except TimeoutError as e:
    print("recv:", e)
a.setblocking(False)
print(a.gettimeout())
try:
    a.recv(10)
except BlockingIOError as e:
    print("recv:", e.errno == 11, e)
sent = 0
try:
    while True:
        sent += a.send(b"x" * 65536)
except BlockingIOError:
    print("full", sent > 0)
a.settimeout(None)
print(a.gettimeout(), a.getblocking())
try:
    a.settimeout(-1)
except ValueError as e:
    print(e)
for s in (a, b, listener):
    s.close()
# expect: 0.01 True
# expect: accept: timed out True
# expect: recv: timed out
# expect: 0.0
# expect: recv: True [Errno 11] Resource temporarily unavailable
# expect: full True
# expect: None True
# expect: Timeout value out of range
