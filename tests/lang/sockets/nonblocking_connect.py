# connections that are begun without waiting
import errno
import select
import socket

listener = socket.create_server(("127.0.0.1", 0))
s = socket.socket()
s.setblocking(False)
print(errno.errorcode[s.connect_ex(listener.getsockname())])
print(select.select([], [s], [], 5)[1] == [s], s.getsockopt(socket.SOL_SOCKET, socket.SO_ERROR))
accepted, _ = listener.accept()
accepted.send(b"hi")
select.select([s], [], [], 5)
print(s.recv(5))
address = listener.getsockname()
for x in (s, accepted, listener):
    x.close()
s = socket.socket()
s.setblocking(False)
s.connect_ex(address)
select.select([], [s], [], 5)
print(errno.errorcode[s.getsockopt(socket.SOL_SOCKET, socket.SO_ERROR)])
s.close()
# expect: EINPROGRESS
# expect: True 0
# expect: b'hi'
# expect: ECONNREFUSED
