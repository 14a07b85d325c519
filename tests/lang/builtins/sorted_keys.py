# sorted with keys that are tuples, functions and methods
people = [("bob", 3), ("al", 5), ("cy", 3)]
print(sorted(people, key=lambda p: (-p[1], p[0])), sorted("bAc", key=str.lower), sorted([3, -1], key=abs), sorted({2: 1, 1: 2}))
# expect: [('al', 5), ('bob', 3), ('cy', 3)] ['A', 'b', 'c'] [-1, 3] [1, 2]
