# int.from_bytes, called of a subclass, gives an instance of it
class Id(int):
    pass


print(type(Id.from_bytes(b"\x01\x02", "big")).__name__, Id.from_bytes(b"\x01\x02", "big"))
print(bool.from_bytes(b"\x01", "big"))
# expect: Id 258
# expect: True
