# Threads talk through pipes; a read waits for the write.
import os
import threading

there = os.pipe()
back = os.pipe()


def echo():
    while True:
        data = os.read(there[0], 10)
        if not data:
            break
        os.write(back[1], data.upper())
    os.close(back[1])


t = threading.Thread(target=echo)
t.start()
for word in (b"one", b"two"):
    os.write(there[1], word)
    print(os.read(back[0], 10))
    # expect: b'ONE'
    # expect: b'TWO'
os.close(there[1])
print(os.read(back[0], 10))  # expect: b''
t.join()
