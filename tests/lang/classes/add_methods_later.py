# methods added to classes and instances later
class A: pass
a = A()
A.f = lambda self: "f"
a.g = lambda: "g"
print(a.f(), a.g())
A.f = lambda self: "f2"
print(a.f())
del A.f
try:
    a.f()
except AttributeError as e:
    print(e)
# expect: f g
# expect: f2
# expect: 'A' object has no attribute 'f'
