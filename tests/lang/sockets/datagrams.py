# messages over UDP on loopback
import socket
import threading

server = socket.socket(socket.AF_INET, socket.SOCK_DGRAM)
server.bind(("127.0.0.1", 0))


def serve():
    while True:
        message, sender = server.recvfrom(100)
        if message == b"stop":
            return
        server.sendto(message[::-1], sender)


t = threading.Thread(target=serve)
t.start()
client = socket.socket(socket.AF_INET, socket.SOCK_DGRAM)
client.settimeout(30)
for word in (b"abc", b"defg"):
    print(client.sendto(word, server.getsockname()), client.recvfrom(100)[0])
client.connect(server.getsockname())
client.send(b"xyz")
print(client.recv(2))
client.settimeout(0.01)
try:
    client.recv(10)
except TimeoutError as e:
    print(e)
client.send(b"stop")
t.join()
client.close()
server.close()
# expect: 3 b'cba'
# expect: 4 b'gfed'
# expect: b'zy'
# expect: timed out
