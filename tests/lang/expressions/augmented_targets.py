# augmented assignment evaluates its target once
def idx():
    print("idx", end=" ")
    return 0
a = [1]
a[idx()] += 5
class O: pass
o = O()
o.x = [1]
o.x += [2]
t = ([1],)
try:
    t[0] += [2]
except TypeError as e:
    print(e)
print(a, o.x, t)
# expect: idx 'tuple' object does not support item assignment
# expect: [6] [1, 2] ([1, 2],)
