# a server thread echoes what several client threads send over loopback
import socket
import threading

listener = socket.socket(socket.AF_INET, socket.SOCK_STREAM)
listener.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
listener.bind(("127.0.0.1", 0))
listener.listen(5)
address = listener.getsockname()


def handle(connection):
    with connection:
        while True:
            data = connection.recv(1024)
            if not data:
                break
            connection.sendall(data.upper())


def serve(n):
    handlers = []
    for _ in range(n):
        connection, peer = listener.accept()
        assert peer[0] == "127.0.0.1"
        handlers.append(threading.Thread(target=handle, args=(connection,)))
        handlers[-1].start()
    for h in handlers:
        h.join()


results = {}


def client(k):
    with socket.create_connection(address) as s:
        for word in ("one", "two", "three"):
            s.sendall(b"%s-%d" % (word.encode(), k))
            results.setdefault(k, []).append(s.recv(100))


server = threading.Thread(target=serve, args=(3,))
server.start()
clients = [threading.Thread(target=client, args=(k,)) for k in range(3)]
for c in clients:
    c.start()
for c in clients:
    c.join()
server.join()
listener.close()
for k in sorted(results):
    print(k, results[k])
# expect: 0 [b'ONE-0', b'TWO-0', b'THREE-0']
# expect: 1 [b'ONE-1', b'TWO-1', b'THREE-1']
# expect: 2 [b'ONE-2', b'TWO-2', b'THREE-2']
