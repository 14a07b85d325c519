# The collector ends weak references to cycles, and tells those that want to know
import gc
import weakref


class Node:
    pass


node = Node()
node.me = node
known = weakref.ref(node, lambda reference: print("ended"))
del node
gc.collect()
print(known())
# expect: ended
# expect: None
