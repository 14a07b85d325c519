# __missing__ of a subclass
class D(dict):
    def __missing__(self, key):
        return key * 2
d = D(a=1)
print(d["a"], d["zz"], d.get("q"), len(d))
# expect: 1 zzzz None 1
