# continue and break in nested loops
out = []
for a in range(4):
    if a == 1:
        continue
    for b in range(4):
        if b == 2:
            break
        out.append((a, b))
print(out)
# expect: [(0, 0), (0, 1), (2, 0), (2, 1), (3, 0), (3, 1)]
