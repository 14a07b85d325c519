# truth by __bool__, else by __len__, else true
class A: pass
class B:
    def __bool__(self): return False
class C:
    def __len__(self): return 0
class D:
    def __bool__(self): return 5
print(bool(A()), bool(B()), bool(C()), not B())
try:
    bool(D())
except TypeError as e:
    print(e)
# expect: True False False True
# expect: __bool__ should return bool, returned int
