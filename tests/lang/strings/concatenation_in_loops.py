# str grows in place without changing others
s = t = "a"
for k in range(5):
    s += str(k)
print(s, t)
u = s
s += "!"
print(u, s)
# expect: a01234 a
# expect: a01234 a01234!
