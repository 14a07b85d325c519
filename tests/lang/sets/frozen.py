# frozensets are hashable and keep their kind
f = frozenset([1, 2])
print({f: 1}[frozenset([2, 1])], type(f | {3}).__name__, type({3} | f).__name__, f == {1, 2}, hash(f) == hash(frozenset([2, 1])))
try:
    f.add(3)
except AttributeError as e:
    print(e)
# expect: 1 frozenset set True True
# expect: 'frozenset' object has no attribute 'add'
