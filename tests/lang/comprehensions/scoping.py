# The loop variables are the comprehension's own; the first iterable is computed outside it.
x = "outer"
squares = [x * x for x in range(3)]
print(x, squares)  # expect: outer [0, 1, 4]
functions = [lambda: y for y in range(3)]
print([f() for f in functions])  # expect: [2, 2, 2]


class C:
    n = 3
    items = [i for i in range(n)]
    try:
        broken = [n for i in range(2)]
    except NameError as error:
        print(error)  # expect: name 'n' is not defined


print(C.items)  # expect: [0, 1, 2]


def f():
    k = 10
    return [k + i for i in range(2)], {i: k for i in range(1)}, list(k for _ in "a")


print(f())  # expect: ([10, 11], {0: 10}, [10])
