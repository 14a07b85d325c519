# range with all its forms
print(list(range(5, 0, -2)), list(range(0)), len(range(0, 10, 3)), range(10)[-1], range(10)[2:8:3], 6 in range(0, 10, 2), range(3) == range(0, 3, 1), range(10).index(4), list(reversed(range(4))))
for f in (lambda: range(1, 2, 0), lambda: range(1.0), lambda: range(3)[5]):
    try:
        f()
    except (ValueError, TypeError, IndexError) as e:
        print(e)
# expect: [5, 3, 1] [] 4 9 range(2, 8, 3) True True 4 [3, 2, 1, 0]
# expect: range() arg 3 must not be zero
# expect: 'float' object cannot be interpreted as an integer
# expect: range object index out of range
