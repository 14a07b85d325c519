# default hash and equality are identity
class A: pass
a, b = A(), A()
print(a == a, a == b, hash(a) == hash(a), len({a, b, a}), a in [b], a in [a])
# expect: True False True 2 False True
