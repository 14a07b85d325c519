# What is out of a format's range is told as by the functions CPython has for each byte order.
import struct

for format, value in (("b", 300), ("b", 2**64), ("<h", 70000), (">h", 70000), (">H", -1), ("I", -1),
                      ("<I", 2**32), ("q", 2**63), ("<q", 2**63), (">q", 2**63), ("L", -1)):
    try:
        struct.pack(format, value)
    except struct.error as e:
        print(format, e)
for call in (lambda: struct.unpack("<h", [1]), lambda: struct.pack(5, 1)):
    try:
        call()
    except TypeError as e:
        print(e)
# expect: b byte format requires -128 <= number <= 127
# expect: b argument out of range
# expect: <h short format requires -32768 <= number <= 32767
# expect: >h 'h' format requires -32768 <= number <= 32767
# expect: >H argument out of range
# expect: I argument out of range
# expect: <I 'I' format requires 0 <= number <= 4294967295
# expect: q argument out of range
# expect: <q argument out of range
# expect: >q int too large to convert
# expect: L argument out of range
# expect: a bytes-like object is required, not 'list'
# expect: Struct() argument 1 must be a str or bytes object, not int
