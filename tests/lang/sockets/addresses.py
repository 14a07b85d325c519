# names of sockets, addresses that are wrong, conversions
import socket

s = socket.socket()
s.bind(("", 0))
host, port = s.getsockname()
print(host, port > 0, s.family == socket.AF_INET, repr(s.family), repr(s.type), s.proto)
other = socket.socket()
s.listen()
try:
    other.bind(("127.0.0.1", port))
except OSError as e:
    print(e)
for wrong in ("a", ("a",), (1, 2), ("localhost", "x"), ("localhost", 70000)):
    try:
        other.connect(wrong)
    except (TypeError, OverflowError) as e:
        print(type(e).__name__, e)
other.connect(("localhost", port))
connection, peer = s.accept()
print(peer == other.getsockname(), connection.getpeername() == peer)
print(other.getpeername() == ("127.0.0.1", port))
for end in (s, other, connection):
    end.close()
print(repr(s).replace(str(port), "PORT"))
print(socket.gethostbyname("localhost"), socket.inet_aton("1.2.3.4"), socket.htons(1))
print(socket.inet_ntoa(b"\x7f\x00\x00\x01"), socket.ntohl(socket.htonl(5)))
info = socket.getaddrinfo("localhost", 80, socket.AF_INET, socket.SOCK_STREAM)
print(info)
# expect: 0.0.0.0 True True <AddressFamily.AF_INET: 2> <SocketKind.SOCK_STREAM: 1> 0
# expect: [Errno 98] Address already in use
# expect: TypeError connect(): AF_INET address must be tuple, not str
# expect: TypeError AF_INET address must be a pair (host, port)
# expect: TypeError str, bytes or bytearray expected, not int
# expect: TypeError 'str' object cannot be interpreted as an integer
# expect: OverflowError connect(): port must be 0-65535.
# expect: True True
# expect: True
# expect: <socket.socket [closed] fd=-1, family=2, type=1, proto=0>
# expect: 127.0.0.1 b'\x01\x02\x03\x04' 256
# expect: 127.0.0.1 5
# expect: [(<AddressFamily.AF_INET: 2>, <SocketKind.SOCK_STREAM: 1>, 6, '', ('127.0.0.1', 80))]
