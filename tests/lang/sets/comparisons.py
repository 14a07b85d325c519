# subset, superset, disjoint
a = {1, 2}
print(a <= {1, 2}, a < {1, 2}, a < {1, 2, 3}, a >= {1}, a.issubset([1, 2, 3]), a.issuperset([1]), a.isdisjoint([5]), a == {2, 1}, a != {1})
# expect: True False True True True True True True True
