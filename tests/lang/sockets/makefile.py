# files over a socket: lines, text and bytes, flushing, closing
import socket
import threading

a, b = socket.socketpair()


def answer():
    with b, b.makefile("r") as lines, b.makefile("w") as out:
        for line in lines:
            out.write("got " + line)
            out.flush()
        out.write("end\n")


t = threading.Thread(target=answer)
t.start()
reader = a.makefile("rb")
writer = a.makefile("wb")
for word in (b"one", b"two"):
    writer.write(word + b"\n")
    writer.flush()
    print(reader.readline())
a.shutdown(socket.SHUT_WR)
print(reader.read())
print(reader.read(), reader.readline())
t.join()
reader.close()
writer.close()
a.close()
print(a.fileno(), reader.closed)

a, b = socket.socketpair()
with a.makefile("w", encoding="utf-8") as f:
    print("héllo", 5, file=f)
    f.writelines(["x\r\n", "y"])
a.close()
with b.makefile("r", encoding="utf-8") as f:
    print(f.readlines())
b.close()
# expect: b'got one\n'
# expect: b'got two\n'
# expect: b'end\n'
# expect: b'' b''
# expect: -1 True
# expect: ['héllo 5\n', 'x\n', 'y']
