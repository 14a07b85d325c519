# isinstance with tuples, unions and hooks
class M(type):
    def __instancecheck__(cls, o): return o == 5
class A(metaclass=M): pass
print(isinstance(5, A), isinstance(6, A), isinstance(1, (str, int)), isinstance("a", int | str), isinstance(None, type(None)))
try:
    isinstance(1, 5)
except TypeError as e:
    print(e)
# expect: True False True True True
# expect: isinstance() arg 2 must be a type, a tuple of types, or a union
