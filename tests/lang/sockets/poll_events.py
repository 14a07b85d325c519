# select.poll and select.epoll: events of several files
import select
import socket

a, b = socket.socketpair()
p = select.poll()
p.register(a, select.POLLIN)
p.register(b, select.POLLIN | select.POLLOUT)
print(p.poll(0) == [(b.fileno(), select.POLLOUT)])
b.send(b"x")
print(sorted(e for _, e in p.poll(100)))
p.modify(b, select.POLLIN)
print(p.poll(100) == [(a.fileno(), select.POLLIN)])
a.recv(1)
p.unregister(b)
print(p.poll(1))
try:
    p.modify(b, 1)
except FileNotFoundError as e:
    print(e)
with select.epoll() as ep:
    ep.register(a.fileno(), select.EPOLLIN)
    print(ep.poll(0))
    b.close()
    print(ep.poll(1) == [(a.fileno(), select.EPOLLIN | select.EPOLLHUP)])
    ep.unregister(a.fileno())
a.close()
# expect: True
# expect: [1, 4]
# expect: True
# expect: []
# expect: [Errno 2] No such file or directory
# expect: []
# expect: True
