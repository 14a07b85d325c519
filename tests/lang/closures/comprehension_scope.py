# comprehension variables do not leak
x = "kept"
r = [x for x in range(3)]
print(x, r, [y for y in "ab" for z in range(2)])
def f():
    q = 5
    return [q + k for k in range(2)], {q for q in range(2)}, q
print(f())
# expect: kept [0, 1, 2] ['a', 'a', 'b', 'b']
# expect: ([5, 6], {0, 1}, 5)
