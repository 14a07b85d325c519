# selectors: what is registered and ready
import selectors
import socket

one, other = socket.socketpair()
with selectors.DefaultSelector() as selector:
    key = selector.register(one, selectors.EVENT_READ, "data")
    print(selector.select(0), key.data, key.fileobj is one)
    other.send(b"x")
    [(ready, events)] = selector.select(1)
    print(ready.data, events == selectors.EVENT_READ)
    selector.modify(one, selectors.EVENT_READ | selectors.EVENT_WRITE)
    print(selector.select(0)[0][1])
    selector.unregister(one)
    print(len(selector.get_map()))
one.close()
other.close()
# expect: [] data True
# expect: data True
# expect: 3
# expect: 0
