# A number or a str is not what a slice of a bytearray can become, though bytearray(2) is two bytes.
class Index:
    def __index__(self):
        return 1


def said(value):
    target = bytearray(b"abc")
    try:
        target[1:2] = value
    except Exception as error:
        print(type(error).__name__, error)
    print(target)


for value in (2, True, 1.5, "x", Index(), [1], b"zz", bytearray(), [300]):
    said(value)
try:
    [2, 1].sort(None, None, None)
except TypeError as error:
    print(error)
# expect: TypeError can assign only bytes, buffers, or iterables of ints in range(0, 256)
# expect: bytearray(b'abc')
# expect: TypeError can assign only bytes, buffers, or iterables of ints in range(0, 256)
# expect: bytearray(b'abc')
# expect: TypeError can assign only bytes, buffers, or iterables of ints in range(0, 256)
# expect: bytearray(b'abc')
# expect: TypeError can assign only bytes, buffers, or iterables of ints in range(0, 256)
# expect: bytearray(b'abc')
# expect: TypeError can assign only bytes, buffers, or iterables of ints in range(0, 256)
# expect: bytearray(b'abc')
# expect: bytearray(b'a\x01c')
# expect: bytearray(b'azzc')
# expect: bytearray(b'ac')
# expect: ValueError byte must be in range(0, 256)
# expect: bytearray(b'abc')
# expect: sort() takes at most 2 arguments (3 given)
