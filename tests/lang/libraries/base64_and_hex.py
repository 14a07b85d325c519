# base64 and binascii
import base64
import binascii

data = bytes(range(250, 256)) + b"hello"
for encode, decode in ((base64.b64encode, base64.b64decode), (base64.b32encode, base64.b32decode),
                       (base64.b16encode, base64.b16decode), (base64.b85encode, base64.b85decode),
                       (base64.urlsafe_b64encode, base64.urlsafe_b64decode),
                       (base64.a85encode, base64.a85decode), (binascii.hexlify, binascii.unhexlify)):
    print(encode(data), decode(encode(data)) == data)
try:
    base64.b64decode(b"abcde")
except binascii.Error as error:
    print(error)
# expect: b'+vv8/f7/aGVsbG8=' True
# expect: b'7L57Z7P675UGK3DMN4======' True
# expect: b'FAFBFCFDFEFF68656C6C6F' True
# expect: b'`uqI-{{LuYY;11' True
# expect: b'-vv8_f7_aGVsbG8=' True
# expect: b'qYU3hrr6YCCi""' True
# expect: b'fafbfcfdfeff68656c6c6f' True
# expect: Invalid base64-encoded string: number of data characters (5) cannot be 1 more than a multiple of 4
