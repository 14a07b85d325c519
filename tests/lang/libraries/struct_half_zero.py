# struct: zero and small numbers in sixteen bits
import struct

for value in (0.0, -0.0, 1.0, 2.0 ** -14, 2.0 ** -24, 65504.0):
    print(struct.pack("<e", value), struct.unpack("<e", struct.pack("<e", value)))
# expect: b'\x00\x00' (0.0,)
# expect: b'\x00\x80' (-0.0,)
# expect: b'\x00<' (1.0,)
# expect: b'\x00\x04' (6.103515625e-05,)
# expect: b'\x01\x00' (5.960464477539063e-08,)
# expect: b'\xff{' (65504.0,)
