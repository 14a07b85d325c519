# Shifts and bit operations treat negative numbers as two's complement of endless width.
print(1 << 100, (1 << 100) >> 98, -1 >> 5, -5 >> 1, -8 >> 1, 5 >> 100, -5 >> 100, 0 << 500)
# expect: 1267650600228229401496703205376 4 -1 -3 -4 0 -1 0
print(-1 & 0xFF, -256 | 1, -1 ^ 0xF, ~0, ~-1, 6 & 3, 6 | 3, 6 ^ 3)
# expect: 255 -255 -16 -1 0 2 7 5
print((-(2**70)) & (2**71 - 1), (-(2**70)) | 1)
# expect: 1180591620717411303424 -1180591620717411303423
print((-(2**70)) ^ (2**70), ~(2**70))  # expect: -2361183241434822606848 -1180591620717411303425
print((2**70).bit_length(), (0).bit_length(), (-5).bit_length(), (255).bit_count())
# expect: 71 0 3 8
for wrong in (lambda: 1 << -1, lambda: 1 >> -1, lambda: 1.0 << 2):
    try:
        wrong()
    except (ValueError, TypeError) as error:
        print(error)
        # expect: negative shift count
        # expect: negative shift count
        # expect: unsupported operand type(s) for <<: 'float' and 'int'
