# True and False are the ints 1 and 0.
print(True + True, True * 10, sum([True, False, True]), False == 0)  # expect: 2 10 2 True
print(isinstance(True, int), bool("False"), bool(0.0), bool(""), bool([0]), int(True), str(True))
# expect: True True False False True 1 True
print(True & False, True | False, True ^ True)  # expect: False True False
print(type(True & 1).__name__, type(True & True).__name__, ~True + 3)  # expect: int bool 1
print([10, 20][True], "ab" * True, not 0, {True: "a", 1: "b"})  # expect: 20 ab True {True: 'b'}
