# A generator expression is lazy, except for its first iterable.
def show(x):
    print("show", x)
    return x


g = (show(x) * 2 for x in [1, 2, 3] if x != 2)
print("made")
print(next(g))
print(list(g))
print(sum(x * x for x in range(4)), max((len(w) for w in ["a", "bbb"]), default=0))
print(any(x > 1 for x in range(3)), all(x for x in []), sorted(-x for x in range(3)))
try:
    (x for x in 5)
except TypeError as error:
    print(error)
# expect: made
# expect: show 1
# expect: 2
# expect: show 3
# expect: [6]
# expect: 14 3
# expect: True True [-2, -1, 0]
# expect: 'int' object is not iterable
