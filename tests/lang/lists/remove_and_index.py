# remove, index with bounds, count
a = [1, 2, 1, 3, 1]
a.remove(1)
print(a, a.index(1), a.index(1, 2), a.count(1))
for f in (lambda: a.remove(9), lambda: a.index(9), lambda: a.index(1, 4, 4)):
    try:
        f()
    except ValueError as e:
        print(e)
# expect: [2, 1, 3, 1] 1 3 2
# expect: list.remove(x): x not in list
# expect: 9 is not in list
# expect: 1 is not in list
