# abs, round and divmod of all numbers
print(abs(-5), abs(-2.5), abs(True), round(2.567, 2), divmod(-7, 3), divmod(7.5, 2), divmod(True, 1))
try:
    abs("a")
except TypeError as e:
    print(e)
# expect: 5 2.5 1 2.57 (-3, 2) (3.0, 1.5) (1, 0)
# expect: bad operand type for abs(): 'str'
