# int.from_bytes takes iterables of ints; chr and pow name what is too large or no integer.
print(int.from_bytes([1, 2], "big"), int.from_bytes(iter((1, 2)), "little"))  # expect: 258 513
for call in (lambda: int.from_bytes([300], "big"), lambda: int.from_bytes(5, "big"),
             lambda: int.from_bytes("a", "big"), lambda: chr(2**40), lambda: chr(-1),
             lambda: pow("a", 2.5, 3), lambda: range(3).index("a"), lambda: range(3).index(7)):
    try:
        print(call())
    except (TypeError, ValueError, OverflowError) as e:
        print(type(e).__name__, e)
# expect: ValueError bytes must be in range(0, 256)
# expect: TypeError cannot convert 'int' object to bytes
# expect: TypeError cannot convert 'str' object to bytes
# expect: OverflowError Python int too large to convert to C int
# expect: ValueError chr() arg not in range(0x110000)
# expect: TypeError pow() 3rd argument not allowed unless all arguments are integers
# expect: ValueError sequence.index(x): x not in sequence
# expect: ValueError 7 is not in range
