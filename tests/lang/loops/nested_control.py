# break and continue belong to the innermost loop.
out = []
for i in range(4):
    if i == 2:
        continue
    for j in range(4):
        if j == i:
            continue
        if j == 3:
            break
        out.append((i, j))
    else:
        out.append("else")
print(out)  # expect: [(0, 1), (0, 2), (1, 0), (1, 2), (3, 0), (3, 1), (3, 2), 'else']
n = 0
while True:
    n += 1
    if n % 2:
        continue
    if n > 6:
        break
print(n)  # expect: 8
