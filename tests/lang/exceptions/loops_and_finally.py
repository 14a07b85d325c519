# break and continue through finally
out = []
for i in range(4):
    try:
        if i == 1:
            continue
        if i == 3:
            break
        out.append(i)
    finally:
        out.append("f%d" % i)
print(out)
# expect: [0, 'f0', 'f1', 2, 'f2', 'f3']
