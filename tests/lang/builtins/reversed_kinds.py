# reversed of sequences, dicts and classes
class A:
    def __reversed__(self): return iter("xyz")
class B:
    def __len__(self): return 2
    def __getitem__(self, k): return k * 10
print(list(reversed([1, 2])), list(reversed("ab")), list(reversed({"a": 1, "b": 2})), list(reversed(range(3))), list(reversed(A())), list(reversed(B())))
try:
    reversed({1})
except TypeError as e:
    print(e)
# expect: [2, 1] ['b', 'a'] ['b', 'a'] [2, 1, 0] ['x', 'y', 'z'] [10, 0]
# expect: 'set' object is not reversible
class Items:
    def __getitem__(self, i): return i
class Sized:
    def __len__(self): return 3
for kind in (Items, Sized):
    try:
        reversed(kind())
    except TypeError as e:
        print(e)
# expect: object of type 'Items' has no len()
# expect: 'Sized' object is not reversible
