# set comprehensions, the empty set
print({x % 3 for x in range(3)}, set(), frozenset(), {1}, frozenset({1}))
# expect: {0, 1, 2} set() frozenset() {1} frozenset({1})
