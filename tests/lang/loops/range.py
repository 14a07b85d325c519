# range counts with any step, knows its length, and is compared by content.
print(list(range(5)), list(range(2, 8, 3)), list(range(5, 0, -2)), list(range(3, 3)))
# expect: [0, 1, 2, 3, 4] [2, 5] [5, 3, 1] []
r = range(0, 100, 7)
print(len(r), r[3], r[-1], 21 in r, 22 in r, r.index(28), r[2:5], r.start, r.stop, r.step)
# expect: 15 21 98 True False 4 range(14, 35, 7) 0 100 7
print(range(0, 3, 2) == range(0, 4, 2), repr(range(1, 5)))  # expect: True range(1, 5)
print(repr(range(0, 5, 2)), list(reversed(r))[:2])  # expect: range(0, 5, 2) [98, 91]
print(sum(range(10**6)), range(10**20)[-1], bool(range(0)))
# expect: 499999500000 99999999999999999999 False
for wrong in (lambda: range(1, 2, 0), lambda: range(1.5), lambda: range(3)[3]):
    try:
        wrong()
    except (ValueError, TypeError, IndexError) as error:
        print(error)
        # expect: range() arg 3 must not be zero
        # expect: 'float' object cannot be interpreted as an integer
        # expect: range object index out of range
