# collections.UserDict, UserList, UserString
import collections
import collections.abc


class Lower(collections.UserDict):
    def __setitem__(self, key, value):
        super().__setitem__(key.lower(), value)


print(Lower({"A": 1}, B=2), Lower(x=1) | {"Y": 2}, isinstance(Lower(), collections.abc.Mapping))
items = collections.UserList([3, 1, 2])
items.sort()
print(items, items[:2], type(items + [4]).__name__, items.data)
print(collections.UserString("abc").upper(), type(collections.UserString("abc")[0]).__name__)
# expect: {'a': 1, 'b': 2} {'x': 1, 'y': 2} True
# expect: [1, 2, 3] [1, 2] UserList [1, 2, 3]
# expect: ABC UserString
