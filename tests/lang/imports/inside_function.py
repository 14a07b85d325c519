# An import inside a function binds a local name; the module is loaded when it is reached.
def load():
    import _sibling

    return _sibling.helper(3)


print("before")
print(load())
print(load())
print("_sibling" in globals())
import sys

print("_sibling" in sys.modules, sys.modules["_sibling"].VALUE)
print(__import__("_sibling").state)
# expect: before
# expect: loading _sibling
# expect: 15
# expect: 15
# expect: False
# expect: True 5
# expect: new
