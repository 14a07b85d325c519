# Products, permutations and combinations in their order.
from itertools import combinations, combinations_with_replacement, permutations, product

print(["".join(p) for p in product("ab", "xy")], list(product(range(2), repeat=2)), list(product()))
# expect: ['ax', 'ay', 'bx', 'by'] [(0, 0), (0, 1), (1, 0), (1, 1)] [()]
print(["".join(p) for p in permutations("abc")])
# expect: ['abc', 'acb', 'bac', 'bca', 'cab', 'cba']
print(list(permutations([1, 2, 3], 2)))  # expect: [(1, 2), (1, 3), (2, 1), (2, 3), (3, 1), (3, 2)]
print(list(permutations([])), list(permutations("ab", 3)), list(permutations("ab", 0)))
# expect: [()] [] [()]
print(["".join(c) for c in combinations("abcd", 2)], list(combinations("ab", 3)))
# expect: ['ab', 'ac', 'ad', 'bc', 'bd', 'cd'] []
print(list(combinations("", 0)), list(combinations("ab", 0)), list(combinations(range(4), 3)))
# expect: [()] [()] [(0, 1, 2), (0, 1, 3), (0, 2, 3), (1, 2, 3)]
print(["".join(c) for c in combinations_with_replacement("abc", 2)])
# expect: ['aa', 'ab', 'ac', 'bb', 'bc', 'cc']
print(list(combinations_with_replacement("", 2)), list(combinations_with_replacement("a", 3)))
# expect: [] [('a', 'a', 'a')]
print(len(list(product("ab", repeat=5))))  # expect: 32
print(len(list(permutations(range(6)))), list(product("ab", "")))  # expect: 720 []
