# __del__ runs before weak references end; finalize() calls once, at the end of the program at last
import weakref


class Node:
    def __del__(self):
        print("del", known() is None)


node = Node()
known = weakref.ref(node, lambda reference: print("told"))
del node


class Plain:
    pass


first, second = Plain(), Plain()
end = weakref.finalize(first, print, "finalized", 1)
at_exit = weakref.finalize(second, print, "at exit")
print(end.alive)
del first
print(end.alive, end(), at_exit.alive)
# expect: del False
# expect: told
# expect: True
# expect: finalized 1
# expect: False None True
# expect: at exit
