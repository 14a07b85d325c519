# one thread serves several clients by select
import select
import socket
import threading

listener = socket.create_server(("127.0.0.1", 0))
N = 3


def serve():
    done = 0
    open_ones = [listener]
    while done < N:
        for s in select.select(open_ones, [], [])[0]:
            if s is listener:
                open_ones.append(s.accept()[0])
                continue
            data = s.recv(100)
            if data:
                s.sendall(data * 2)
            else:
                open_ones.remove(s)
                s.close()
                done += 1


results = []


def client(k):
    s = socket.create_connection(listener.getsockname())
    for i in range(5):
        s.sendall(b"%d" % k)
        results.append((k, s.recv(10)))
    s.close()


threads = [threading.Thread(target=client, args=(k,)) for k in range(N)]
threads.append(threading.Thread(target=serve))
for t in threads:
    t.start()
for t in threads:
    t.join()
listener.close()
print(sorted(results))
# expect: [(0, b'00'), (0, b'00'), (0, b'00'), (0, b'00'), (0, b'00'), (1, b'11'), (1, b'11'), (1, b'11'), (1, b'11'), (1, b'11'), (2, b'22'), (2, b'22'), (2, b'22'), (2, b'22'), (2, b'22')]
