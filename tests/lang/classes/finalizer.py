# __del__ runs when the last reference goes
class A:
    def __init__(self, n): self.n = n
    def __del__(self): print("del", self.n)
a = A(1)
b = a
del a
print("still")
b = A(2)
def f():
    A(3)
    print("in f")
f()
del b
print("end")
# expect: still
# expect: del 1
# expect: del 3
# expect: in f
# expect: del 2
# expect: end
