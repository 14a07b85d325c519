# nested comprehensions and conditions
print([(a, b) for a in range(3) if a for b in range(a)], [[c for c in r] for r in ("ab", "cd")], {a: [b for b in range(a)] for a in range(3)})
# expect: [(1, 0), (2, 0), (2, 1)] [['a', 'b'], ['c', 'd']] {0: [], 1: [0], 2: [0, 1]}
