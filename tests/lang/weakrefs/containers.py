# WeakValueDictionary, WeakKeyDictionary and WeakSet lose what ends
import weakref


class Node:
    def __init__(self, name):
        self.name = name


values, keys, members = weakref.WeakValueDictionary(), weakref.WeakKeyDictionary(), weakref.WeakSet()
first, second = Node("first"), Node("second")
for node in (first, second):
    values[node.name] = node
    keys[node] = node.name
    members.add(node)
del node
print(sorted(values), sorted(keys.values()), sorted(node.name for node in members))
print(values["first"] is first, keys[second], first in members)
del first
print(list(values), list(keys.values()), [node.name for node in members])
print(values.get("first"), len(values), len(keys), len(members))
# expect: ['first', 'second'] ['first', 'second'] ['first', 'second']
# expect: True second True
# expect: ['second'] ['second'] ['second']
# expect: None 1 1 1
