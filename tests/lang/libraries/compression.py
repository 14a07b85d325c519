# zlib.
import zlib

data = b"to be or not to be, " * 200
packed = zlib.compress(data)
print(len(packed) < len(data) // 10, zlib.decompress(packed) == data, zlib.decompress(zlib.compress(data, 9)) == data)
print(zlib.crc32(data), zlib.adler32(data), zlib.crc32(b""), zlib.adler32(b""), zlib.crc32(b"b", zlib.crc32(b"a")) == zlib.crc32(b"ab"))
c = zlib.compressobj(6)
pieces = [c.compress(data[:1000]), c.compress(data[1000:]), c.flush()]
d = zlib.decompressobj()
out = b""
for piece in pieces:
    out += d.decompress(piece)
out += d.flush()
print(out == data, d.eof, d.unused_data)
d = zlib.decompressobj()
first = d.decompress(packed + b"more", 100)
print(len(first), len(d.unconsumed_tail) > 0)
rest = d.decompress(d.unconsumed_tail)
print(first + rest == data, d.unused_data, d.eof)
raw = zlib.compress(data, wbits=-15)
print(zlib.decompress(raw, wbits=-15) == data, zlib.decompress(zlib.compress(b"")) == b"", zlib.decompress(zlib.compress(bytearray(b"xy"))))
for bad in (lambda: zlib.decompress(b"nonsense"), lambda: zlib.decompress(packed[:-5]), lambda: zlib.compress("text"), lambda: zlib.compress(b"", 77)):
    try:
        bad()
    except (zlib.error, TypeError) as error:
        print(type(error).__name__, error)
# expect: True True True
# expect: 3242032251 2317486428 0 1 True
# expect: True True b''
# expect: 100 True
# expect: True b'more' True
# expect: True True b'xy'
# expect: error Error -3 while decompressing data: incorrect header check
# expect: error Error -5 while decompressing data: incomplete or truncated stream
# expect: TypeError a bytes-like object is required, not 'str'
# expect: error Bad compression level
