# * in list displays
a = [1, 2]
print([*a, *"xy", *range(2)], [*[]], (*a, 3), {*a, 5})
# expect: [1, 2, 'x', 'y', 0, 1] [] (1, 2, 3) {1, 2, 5}
