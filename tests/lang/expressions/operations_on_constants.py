# Operations on literals give what they give at run time, and go wrong at run time only
print(2 ** 10, "ab" * 3, b"x" * 2, 1 << 20, 7 // 2, -7 // 2, 7 % 3, -7 % 3, 2.0 / 4, 2 ** -1)
print(10 ** 20, 1 << 70, 3 - 5, -2 ** 2, (1, 2 + 3), "a" * 0, 1 + 2 * 3 - 4)
for wrong in (lambda: 1 // 0, lambda: 1 % 0, lambda: 1.0 / 0.0, lambda: 1 << -1):
    try:
        wrong()
    except (ZeroDivisionError, ValueError) as error:
        print(error)
x = 3
print(x in {1, 2, 3}, x in [4, 5], x not in {3}, "a" in {"a", "b"})
try:
    print([] in {1})
except TypeError as error:
    print(error)
# expect: 1024 ababab b'xx' 1048576 3 -4 1 2 0.5 0.5
# expect: 100000000000000000000 1180591620717411303424 -2 -4 (1, 5)  3
# expect: integer division or modulo by zero
# expect: integer modulo by zero
# expect: float division by zero
# expect: negative shift count
# expect: True False False True
# expect: unhashable type: 'list'
