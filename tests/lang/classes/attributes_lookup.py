# instance, class and base attributes
class A:
    x = 1
    y = 2
class B(A):
    y = 3
b = B()
b.z = 4
print(b.x, b.y, b.z, B.x, A.y, vars(b), "x" in B.__dict__)
A.x = 10
b.y = 30
print(b.x, b.y, B.y)
del b.y
print(b.y)
try:
    del b.x
except AttributeError as e:
    print(e)
# expect: 1 3 4 1 2 {'z': 4} False
# expect: 10 30 3
# expect: 3
# expect: 'B' object has no attribute 'x'
