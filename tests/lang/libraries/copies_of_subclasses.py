# copy: attributes are there before the items are put in.
import copy


class Noted(dict):
    def __init__(self): self.keys_ = []
    def __setitem__(self, k, v): self.keys_.append(k); super().__setitem__(k, v)
k = Noted(); k["a"] = [1]; d = copy.deepcopy(k); print(d, d.keys_, copy.copy(k).keys_)


class Items(list):
    limit = None

    def append(self, item):
        if self.limit is not None and len(self) >= self.limit:
            raise OverflowError(item)
        super().append(item)


items = Items([[1], [2]])
items.limit = 2
for made in (copy.copy(items), copy.deepcopy(items)):
    print(made, made.limit, made[0] is items[0], type(made).__name__)
# expect: {'a': [1]} ['a', 'a'] ['a', 'a']
# expect: [[1], [2]] 2 True Items
# expect: [[1], [2]] 2 False Items
