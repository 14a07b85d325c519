# getattr with default, hasattr and errors
class A:
    x = 1
    @property
    def bad(self): raise ValueError("inside")
print(getattr(A, "x"), getattr(A, "y", 5), hasattr(A(), "y"))
try:
    getattr(A(), "bad", None)
except ValueError as e:
    print(e)
try:
    getattr(A, 5)
except TypeError as e:
    print(e)
# expect: 1 5 False
# expect: inside
# expect: attribute name must be string, not 'int'
