# Writing and reading other bases.
print(bin(10), oct(64), hex(255), hex(-255), bin(-5), bin(0), hex(2**70))
# expect: 0b1010 0o100 0xff -0xff -0b101 0b0 0x400000000000000000
print(format(255, "x"), format(255, "#X"), format(5, "08b"))  # expect: ff 0XFF 00000101
print(format(-5, "+d"), format(1234567, ","), format(255, "o"))  # expect: -5 1,234,567 377
print(int("777", 8), int("z", 36), int("-0x1F", 16), int("0o17", 0), int("1111_0000", 2))
# expect: 511 35 -31 15 240
print((1000).to_bytes(2, "big"), int.from_bytes(b"\x03\xe8", "big"))  # expect: b'\x03\xe8' 1000
print(int.from_bytes(b"\xff\xff", "little", signed=True))  # expect: -1
try:
    int("9", 8)
except ValueError as error:
    print(error)  # expect: invalid literal for int() with base 8: '9'
try:
    int("1", 99)
except ValueError as error:
    print(error)  # expect: int() base must be >= 2 and <= 36, or 0
