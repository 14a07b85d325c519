# add, discard, remove, pop, clear and updates
s = {1}
s.add(2); s.add(1); s.discard(9); s.update([3], "a"); s.remove(1)
print(sorted(map(str, s)))
s -= {2}; s |= {7}; s &= {7, 3}; s ^= {3, 8}
print(sorted(s))
for f in (lambda: s.remove(99), lambda: set().pop()):
    try:
        f()
    except KeyError as e:
        print("KeyError", e)
# expect: ['2', '3', 'a']
# expect: [7, 8]
# expect: KeyError 99
# expect: KeyError 'pop from an empty set'
