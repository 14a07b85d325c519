# the body of a class is code
class A:
    items = []
    for k in range(3):
        items.append(k)
    if len(items) > 2:
        def f(self): return "long"
    else:
        def f(self): return "short"
    total = sum(items)
print(A.items, A().f(), A.total, A.k)
# expect: [0, 1, 2] long 3 2
