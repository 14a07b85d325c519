# insert clips positions
a = [1, 2]
a.insert(0, "a"); a.insert(100, "z"); a.insert(-1, "y"); a.insert(-100, "b")
print(a)
# expect: ['b', 'a', 1, 2, 'y', 'z']
