# A class may have a __dict__ of its own making; attributes are kept all the same.
class Node:
    def __init__(self, label, *children):
        self.label, self.children = label, children

    def __dict__(self):
        return {self.label: [child.__dict__() for child in self.children]}


tree = Node("a", Node("b"), Node("c", Node("d")))
print(tree.__dict__())  # expect: {'a': [{'b': []}, {'c': [{'d': []}]}]}
tree.more = 1
print(tree.more, tree.label)  # expect: 1 a


class Shown:
    __dict__ = property(lambda self: {"shown": True})


shown = Shown()
shown.x = 5
print(shown.__dict__, shown.x, vars(shown))  # expect: {'shown': True} 5 {'shown': True}
