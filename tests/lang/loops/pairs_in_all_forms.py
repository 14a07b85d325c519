# loops over pairs from enumerate, zip, items and lists of pairs
total = []
for i, x in enumerate([5, 6]):
    total.append(i * x)
for a, b in zip("ab", (1, 2, 3)):
    total.append(a * b)
for k, v in {"p": 1, "q": 2}.items():
    total.append(k + str(v))
for a, b in [(1, 2), [3, 4], "xy"]:
    total.append((a, b))
print(total)
try:
    for a, b in [(1, 2, 3)]:
        pass
except ValueError as e:
    print(e)
d = {1: 1}
try:
    for k, v in d.items():
        d[k + 1] = v
except RuntimeError as e:
    print(e)
# expect: [0, 6, 'a', 'bb', 'p1', 'q2', (1, 2), (3, 4), ('x', 'y')]
# expect: too many values to unpack (expected 2)
# expect: dictionary changed size during iteration
