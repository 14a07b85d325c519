# struct: packing, unpacking, errors
import struct

print(struct.pack('<iHb', 1, 2, -3), struct.calcsize('ci'), struct.calcsize('<ci'), struct.pack('ci', b'x', 5), struct.unpack('>d', struct.pack('>d', 1.5)), struct.pack('5s3p', b'abc', b'abcd'), struct.unpack('<3xB?', b'\0\0\0\7\1'))
print(struct.pack('!I', 0xdeadbeef), struct.unpack('>q', b'\xff'*8), struct.pack('<e', 1.0009765625), struct.unpack('<e', b'\x01\x3c'), list(struct.iter_unpack('<H', b'\1\0\2\0')), struct.Struct('<hh').size, struct.unpack_from('<h', b'\0\1\2\3', 1))
for f,v in (('B',[256]),('h',[70000]),('i',[2**31]),('i',['x']),('ii',[1]),('z',[1]),('c',['a']),('s',['a'])):
    try: print(struct.pack(f,*v))
    except Exception as e: print(f, type(e).__name__, e)
for f,b in (('i',b'123'),('<q',b'')):
    try: print(struct.unpack(f,b))
    except Exception as e: print(f, type(e), e)
buf=bytearray(6)
struct.pack_into('<h', buf, 2, 258)
print(buf)
# expect: b'\x01\x00\x00\x00\x02\x00\xfd' 8 5 b'x\x00\x00\x00\x05\x00\x00\x00' (1.5,) b'abc\x00\x00\x02ab' (7, True)
# expect: b'\xde\xad\xbe\xef' (-1,) b'\x01<' (1.0009765625,) [(1,), (2,)] 4 (513,)
# expect: B error ubyte format requires 0 <= number <= 255
# expect: h error short format requires -32768 <= number <= 32767
# expect: i error 'i' format requires -2147483648 <= number <= 2147483647
# expect: i error required argument is not an integer
# expect: ii error pack expected 2 items for packing (got 1)
# expect: z error bad char in struct format
# expect: c error char format requires a bytes object of length 1
# expect: s error argument for 's' must be a bytes object
# expect: i <class 'struct.error'> unpack requires a buffer of 4 bytes
# expect: <q <class 'struct.error'> unpack requires a buffer of 8 bytes
# expect: bytearray(b'\x00\x00\x02\x01\x00\x00')
