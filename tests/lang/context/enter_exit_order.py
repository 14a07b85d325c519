# several managers in one with
class M:
    def __init__(self, n): self.n = n
    def __enter__(self): print("enter", self.n); return self.n
    def __exit__(self, *a): print("exit", self.n, a[0] and a[0].__name__)
with M(1) as a, M(2) as b:
    print(a, b)
try:
    with (M(3), M(4)):
        1 / 0
except ZeroDivisionError:
    print("out")
# expect: enter 1
# expect: enter 2
# expect: 1 2
# expect: exit 2 None
# expect: exit 1 None
# expect: enter 3
# expect: enter 4
# expect: exit 4 ZeroDivisionError
# expect: exit 3 ZeroDivisionError
# expect: out
