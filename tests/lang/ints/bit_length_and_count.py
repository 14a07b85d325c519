# bit_length and bit_count
print([n.bit_length() for n in (0, 1, -1, 255, 256, 2 ** 100)], [n.bit_count() for n in (0, 7, -7, 2 ** 100 - 1)])
# expect: [0, 1, 1, 8, 9, 101] [0, 3, 3, 100]
