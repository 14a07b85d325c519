# len of everything
print(len("é"), len(b"ab"), len([1]), len({}), len(range(5)), len((1, 2)), len({1}))
class A:
    def __len__(self): return -1
class B:
    def __len__(self): return "x"
for x in (5, None, A(), B(), iter([])):
    try:
        len(x)
    except (TypeError, ValueError) as e:
        print(e)
# expect: 1 2 1 0 5 2 1
# expect: object of type 'int' has no len()
# expect: object of type 'NoneType' has no len()
# expect: __len__() should return >= 0
# expect: 'str' object cannot be interpreted as an integer
# expect: object of type 'list_iterator' has no len()
