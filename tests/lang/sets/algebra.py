# the operators and methods of sets
a, b = {1, 2, 3}, {2, 3, 4}
print(sorted(a | b), sorted(a & b), sorted(a - b), sorted(a ^ b), sorted(a.union([9])), sorted(a.intersection([1, 9], {1})), sorted(a.difference("x")), sorted(a.symmetric_difference([1])))
# expect: [1, 2, 3, 4] [2, 3] [1] [1, 4] [1, 2, 3, 9] [1] [1, 2, 3] [2, 3]
