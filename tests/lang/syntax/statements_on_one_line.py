# Several statements on a line, blocks on the line of their header, continued lines.
x = 1; y = 2
if x: print(x); print(y)
for i in range(2): print("i", i)
else: pass
class C: a = 1; b = 2
def f(): return C.a + \
    C.b
print(f()); print((x +
    y), [
    1,
    2,
])
while x: x -= 1
print(x) ; pass
if x == 0 and \
   y == 2:
	print("tab")
# expect: 1
# expect: 2
# expect: i 0
# expect: i 1
# expect: 3
# expect: 3 [1, 2]
# expect: 0
# expect: tab
