# sendall of more than fits waits for the reader
import hashlib
import socket
import threading

listener = socket.create_server(("127.0.0.1", 0))
data = bytes(range(256)) * 4096
digests = []


def read():
    connection, _ = listener.accept()
    digest = hashlib.sha1()
    total = 0
    while True:
        part = connection.recv(5000)
        if not part:
            break
        total += len(part)
        digest.update(part)
    connection.sendall(b"%d" % total)
    connection.close()
    digests.append(digest.hexdigest())


t = threading.Thread(target=read)
t.start()
s = socket.create_connection(listener.getsockname(), timeout=30)
s.sendall(data)
s.shutdown(socket.SHUT_WR)
print(s.recv(100))
s.close()
t.join()
listener.close()
print(digests == [hashlib.sha1(data).hexdigest()])
# expect: b'1048576'
# expect: True
