# What sets can do.
a = {1, 2, 3}
b = {3, 4}
print(a | b, a & b, a - b, a ^ b, a <= {1, 2, 3, 4})
# expect: {1, 2, 3, 4} {3} {1, 2} {1, 2, 4} True
print({1} < a, a >= b, a.isdisjoint({9}), 2 in a, len(a))  # expect: True False True True 3
a.add(5)
a.discard(1)
a.discard(100)
a.remove(2)
a.update([7], (8,))
print(sorted(a), sorted(a.union(b, [0])), sorted(a.intersection([3, 5, 6])))
# expect: [3, 5, 7, 8] [0, 3, 4, 5, 7, 8] [3, 5]
print(sorted(a.difference(b)), sorted(a.symmetric_difference({3, 99})))
# expect: [5, 7, 8] [5, 7, 8, 99]
a &= {3, 5, 7}
a.difference_update({5})
print(sorted(a), a == {7, 3}, set() == set([]), set("aab") == {"a", "b"})
# expect: [3, 7] True True True
print(set(), a.copy() is a, frozenset([1, 2]) == {1, 2})  # expect: set() False True
f = frozenset("ab")
print({f: 1}[frozenset("ba")], sorted(f | {"c"}), type(f | {"c"}).__name__)
# expect: 1 ['a', 'b', 'c'] frozenset
print(type({1} | f).__name__, len({f, frozenset("ab")}))  # expect: set 1
for wrong in (
    lambda: a.remove(100),
    lambda: {[]},
    lambda: f.add(1),
    lambda: {1} | [2],
    lambda: hash(set()),
):
    try:
        wrong()
    except (KeyError, TypeError, AttributeError) as error:
        print(type(error).__name__, error)
        # expect: KeyError 100
        # expect: TypeError unhashable type: 'list'
        # expect: AttributeError 'frozenset' object has no attribute 'add'
        # expect: TypeError unsupported operand type(s) for |: 'set' and 'list'
        # expect: TypeError unhashable type: 'set'
