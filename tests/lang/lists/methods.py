# What lists can do.
a = [3, 1, 2]
a.append(5)
a.extend("ab")
a.insert(1, "i")
a.insert(-1, "j")
a.insert(100, "end")
print(a, a.pop(), a.pop(0), a.pop(-2), a)
# expect: ['i', 1, 2, 5, 'a', 'b'] end 3 j ['i', 1, 2, 5, 'a', 'b']
a.remove("i")
print(a, a.index(2), a.count(1), a.copy() == a, a.copy() is a, 2 in a, len(a))
# expect: [1, 2, 5, 'a', 'b'] 1 1 True False True 5
a.reverse()
print(a, [1, 2] + [3], [0] * 3, [[]] * 2, [1, 2] < [1, 3])
# expect: ['b', 'a', 5, 2, 1] [1, 2, 3] [0, 0, 0] [[], []] True
print([1] < [1, 0], [2] > [1, 9], [1, 2] == [1, 2.0])  # expect: True True True
a.clear()
print(a, list("abc"), list(range(3)), list({"k": 1}), [*"xy"], list())
# expect: [] ['a', 'b', 'c'] [0, 1, 2] ['k'] ['x', 'y'] []
b = [1, 2, 3]
for wrong in (
    lambda: b.remove(9),
    lambda: b.pop(9),
    lambda: [].pop(),
    lambda: b.index(9),
    lambda: b["a"],
    lambda: b.append(),
):
    try:
        wrong()
    except (ValueError, IndexError, TypeError) as error:
        print(type(error).__name__, error)
        # expect: ValueError list.remove(x): x not in list
        # expect: IndexError pop index out of range
        # expect: IndexError pop from empty list
        # expect: ValueError 9 is not in list
        # expect: TypeError list indices must be integers or slices, not str
        # expect: TypeError list.append() takes exactly one argument (0 given)
