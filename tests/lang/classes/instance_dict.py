# __dict__ can be read and changed
class A:
    def __init__(self): self.x = 1
a = A()
a.__dict__["y"] = 2
a.__dict__.update(z=3)
print(a.y, a.z, a.__dict__, a.__class__.__name__)
a.__dict__ = {"q": 1}
print(a.q, hasattr(a, "x"))
# expect: 2 3 {'x': 1, 'y': 2, 'z': 3} A
# expect: 1 False
