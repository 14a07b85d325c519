# equal numbers have equal hashes, and they are CPython's
print(hash(0), hash(-1), hash(2 ** 61 - 1), hash(2 ** 61), hash(10 ** 30), hash(1.0), hash(0.5), hash(True), hash(-2.5))
# expect: 0 -2 0 1 465258685558744706 1 1152921504606846976 1 -1152921504606846978
