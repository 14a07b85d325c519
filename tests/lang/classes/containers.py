# Instances can act as containers.
class Box:
    def __init__(self, *items):
        self.items = list(items)

    def __len__(self):
        return len(self.items)

    def __getitem__(self, key):
        if isinstance(key, slice):
            return Box(*self.items[key])
        return self.items[key]

    def __setitem__(self, key, value):
        self.items[key] = value

    def __delitem__(self, key):
        del self.items[key]

    def __contains__(self, item):
        return item == "always" or item in self.items

    def __repr__(self):
        return "Box" + repr(self.items)


box = Box(1, 2, 3, 4)
box[0] = 9
del box[1]
print(len(box), box[-1], box[1:], "always" in box, 2 in box, bool(Box()), list(box))
# expect: 3 4 Box[3, 4] True False False [9, 3, 4]
print([x for x in box], list(reversed(box)), box[::2])  # expect: [9, 3, 4] [4, 3, 9] Box[9, 4]
