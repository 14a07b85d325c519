# sockets whose names are paths
import os
import socket
import threading

path = "/tmp/gilsim-test-%d.sock" % os.stat("/proc/self").st_ino
if os.path.exists(path):
    os.remove(path)
listener = socket.socket(socket.AF_UNIX, socket.SOCK_STREAM)
try:
    socket.socket(socket.AF_UNIX).connect(path)
except FileNotFoundError as e:
    print(e)
listener.bind(path)
listener.listen(1)
t = threading.Thread(target=lambda: listener.accept()[0].sendall(b"hello"))
t.start()
c = socket.socket(socket.AF_UNIX)
c.connect(path)
print(c.getpeername() == path, listener.getsockname() == path, repr(c.getsockname()))
print(c.recv(5), c.recv(5))
t.join()
c.close()
listener.close()
if os.path.exists(path):
    os.remove(path)
# expect: [Errno 2] No such file or directory
# expect: True True ''
# expect: b'hello' b''
