# del of names, items, attributes, tuples
a, b, c = 1, [1, 2, 3], {"k": 1}
class O: pass
o = O(); o.x = 1
del a, (b[0], c["k"]), o.x
print(b, c, hasattr(o, "x"))
try:
    a
except NameError as e:
    print(e)
# expect: [2, 3] {} False
# expect: name 'a' is not defined
