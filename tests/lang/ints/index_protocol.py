# __index__ is used for indices, bases, ranges and repetition
class Three:
    def __index__(self):
        return 3
print([1, 2, 3, 4][Three()], list(range(Three())), "ab" * Three(), hex(Three()), [0, 1, 2, 3, 4][:Three()])
# expect: 4 [0, 1, 2] ababab 0x3 [0, 1, 2]
