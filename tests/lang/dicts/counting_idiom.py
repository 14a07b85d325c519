# counting and grouping with dicts
words = "the cat the dog a cat the end".split()
count, groups = {}, {}
for w in words:
    count[w] = count.get(w, 0) + 1
    groups.setdefault(len(w), []).append(w)
print(count, groups, max(count, key=count.get), sorted(count.items(), key=lambda p: (-p[1], p[0]))[:2])
# expect: {'the': 3, 'cat': 2, 'dog': 1, 'a': 1, 'end': 1} {3: ['the', 'cat', 'the', 'dog', 'cat', 'the', 'end'], 1: ['a']} the [('the', 3), ('cat', 2)]
