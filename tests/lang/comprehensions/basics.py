# Comprehensions of each kind, with conditions and several loops.
print([x * x for x in range(5) if x % 2], {x % 3 for x in range(10)})  # expect: [1, 9] {0, 1, 2}
print({k: v for k, v in zip("ab", [1, 2])})  # expect: {'a': 1, 'b': 2}
print([(i, j) for i in range(3) for j in range(i)])  # expect: [(1, 0), (2, 0), (2, 1)]
print([[j for j in range(i)] for i in range(3)])  # expect: [[], [0], [0, 1]]
print([x for row in [[1, 2], [3]] for x in row if x != 2])  # expect: [1, 3]
print({k.upper(): [v] * v for k, v in {"a": 1, "b": 2}.items() if v > 1})  # expect: {'B': [2, 2]}
print([a + b for a, b in [(1, 2), (3, 4)]], [first for first, *rest in ["abc", "de"]])
# expect: [3, 7] ['a', 'd']
print([y for x in range(3) if x for y in [x, -x] if y > 0])  # expect: [1, 2]
