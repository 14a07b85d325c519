# What no machine has room for is a MemoryError, and the program goes on.
def attempt(make):
    try:
        print(len(make()))
    except MemoryError:
        print("MemoryError")


huge = 10**17
attempt(lambda: "ab" * huge)  # expect: MemoryError
attempt(lambda: b"ab" * huge)  # expect: MemoryError
attempt(lambda: [1] * huge)  # expect: MemoryError
attempt(lambda: (1,) * huge)  # expect: MemoryError
attempt(lambda: bytes(huge))  # expect: MemoryError
attempt(lambda: bytearray(huge))  # expect: MemoryError
attempt(lambda: "a".ljust(huge))  # expect: MemoryError
attempt(lambda: "a".zfill(huge))  # expect: MemoryError
