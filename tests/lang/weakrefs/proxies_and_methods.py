# proxy() stands for its object; WeakMethod is a reference to a bound method
import weakref


class Node:
    def __init__(self, items):
        self.items = items

    def __len__(self):
        return len(self.items)

    def __add__(self, other):
        return self.items + other

    def first(self):
        return self.items[0]


node = Node([1, 2])
proxy, method = weakref.proxy(node), weakref.WeakMethod(node.first)
print(proxy.items, len(proxy), proxy + [3], method()())
proxy.items = [5]
print(node.items)
del node
print(method())
try:
    proxy.items
except ReferenceError as error:
    print(error)
# expect: [1, 2] 2 [1, 2, 3] 1
# expect: [5]
# expect: None
# expect: weakly-referenced object no longer exists
