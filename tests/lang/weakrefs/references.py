# weakref.ref gives its object until that ends, then None; the callback is called once
import weakref


class Node:
    pass


node = Node()
known = weakref.ref(node, lambda reference: print("ended", reference() is None))
print(known() is node, known == weakref.ref(node), hash(known) == hash(node))
del node
print(known())


def function():
    pass


known = weakref.ref(function)
del function
print(known())
for value in (1, "x", (), [], {}, None, object()):
    try:
        weakref.ref(value)
    except TypeError as error:
        print(error)
# expect: True True True
# expect: ended True
# expect: None
# expect: None
# expect: cannot create weak reference to 'int' object
# expect: cannot create weak reference to 'str' object
# expect: cannot create weak reference to 'tuple' object
# expect: cannot create weak reference to 'list' object
# expect: cannot create weak reference to 'dict' object
# expect: cannot create weak reference to 'NoneType' object
# expect: cannot create weak reference to 'object' object
