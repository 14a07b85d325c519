# := binds a name inside an expression; in a comprehension it binds outside.
data = [1, 5, 12, 3]
if (n := len(data)) > 3:
    print("long", n)  # expect: long 4
print([y for x in data if (y := x * 2) > 5], y)  # expect: [10, 24, 6] 6
total = 0
print([total := total + x for x in data], total)  # expect: [1, 6, 18, 21] 21
values = iter([3, 2, 1, 0, 9])
while (v := next(values)) != 0:
    print(v)
    # expect: 3
    # expect: 2
    # expect: 1
print((a := 1) + (b := a + 1), a, b)  # expect: 3 1 2


def f():
    if any((found := x) > 4 for x in data):
        return found


print(f())  # expect: 5
