# tuples cannot be changed
t = (1, [2])
for f in (lambda: t.__setitem__(0, 1), lambda: t.append(1)):
    try:
        f()
    except AttributeError as e:
        print(e)
try:
    t[0] = 5
except TypeError as e:
    print(e)
t[1].append(3)
print(t)
# expect: 'tuple' object has no attribute '__setitem__'
# expect: 'tuple' object has no attribute 'append'
# expect: 'tuple' object does not support item assignment
# expect: (1, [2, 3])
