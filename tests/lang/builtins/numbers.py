# abs, min, max, sum, round, divmod, pow and their options.
print(abs(-3), min(3, 1, 2), max([1, 5, 2]), max("a", "abc", key=len))  # expect: 3 1 5 abc
print(min([], default="none"), sum([1, 2], 10), sum([[1], [2]], []))  # expect: none 13 [1, 2]
print(round(3.14159, 3), round(12345, -2), round(7), round(2.5))  # expect: 3.142 12300 7 2
print(type(round(2.0)).__name__, pow(2, 3), pow(2, 3, 5), divmod(17, 5))  # expect: int 8 3 (3, 2)
print(int("12"), int(), float(), float("1.5"), int(3.99), bool(), hash(1.0) == hash(1))
# expect: 12 0 0.0 1.5 3 False True
print(ord("a"), chr(97), bin(5), hex(5), oct(5), id(print) == id(print), callable(len), repr(1))
# expect: 97 a 0b101 0x5 0o5 True True 1
for wrong in (
    lambda: max(),
    lambda: sum(["a"]),
    lambda: min(1),
    lambda: ord("ab"),
    lambda: abs("x"),
    lambda: round("x"),
):
    try:
        wrong()
    except TypeError as error:
        print(error)
        # expect: max expected at least 1 argument, got 0
        # expect: unsupported operand type(s) for +: 'int' and 'str'
        # expect: 'int' object is not iterable
        # expect: ord() expected a character, but string of length 2 found
        # expect: bad operand type for abs(): 'str'
        # expect: type str doesn't define __round__ method
