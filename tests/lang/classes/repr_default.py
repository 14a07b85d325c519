# What an object without __repr__ looks like, up to its address.
class A:
    def method(self):
        pass


def f():
    pass


def shape(text):
    return text.split(" at 0x")[0]


print(shape(repr(A())), A, shape(repr(f)))
# expect: <__main__.A object <class '__main__.A'> <function f
print(shape(repr(A().method)), shape(repr(A.method)))
# expect: <bound method A.method of <__main__.A object <function A.method
print(len, [].append.__name__, type(None), int, type(f), type(A().method).__name__)
# expect: <built-in function len> append <class 'NoneType'> <class 'int'> <class 'function'> method
print(object().__class__.__name__, A().__doc__, str(object))  # expect: object None <class 'object'>
