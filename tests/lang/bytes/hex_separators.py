# bytes.hex with a separator, in groups from the right or the left
data = bytes(range(5))
print(data.hex(":"), data.hex("-", 2), data.hex("-", -2), bytearray(data).hex(sep=" "), b"".hex(":"))
try:
    data.hex("::")
except ValueError as error:
    print(error)
# expect: 00:01:02:03:04 00-0102-0304 0001-0203-04 00 01 02 03 04 
# expect: sep must be length 1.
