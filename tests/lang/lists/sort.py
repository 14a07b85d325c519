# sort is stable, takes a key and a direction, and leaves the list alone if the key fails.
people = [("bob", 3), ("al", 1), ("cy", 3), ("di", 1), ("ed", 2)]
print(sorted(people, key=lambda p: p[1]))
# expect: [('al', 1), ('di', 1), ('ed', 2), ('bob', 3), ('cy', 3)]
print(sorted(people, key=lambda p: p[1], reverse=True))
# expect: [('bob', 3), ('cy', 3), ('ed', 2), ('al', 1), ('di', 1)]
people.sort(key=lambda p: (-p[1], p[0]))
print(people)  # expect: [('bob', 3), ('cy', 3), ('ed', 2), ('al', 1), ('di', 1)]
print(sorted([3, 1.5, True, -2]), sorted("hello"))
# expect: [-2, True, 1.5, 3] ['e', 'h', 'l', 'l', 'o']
print(sorted({"b": 1, "a": 2}), sorted([[2], [1, 5], [1]]), sorted([]))
# expect: ['a', 'b'] [[1], [1, 5], [2]] []
calls = []
words = ["ccc", "a", "bb"]
words.sort(key=lambda w: calls.append(w) or len(w))
print(words, calls, words.sort(), words, max(words, key=len), min("b", "aa", key=len))
# expect: ['a', 'bb', 'ccc'] ['ccc', 'a', 'bb'] None ['a', 'bb', 'ccc'] ccc b
try:
    sorted([1, "a"])
except TypeError as error:
    print(error)  # expect: '<' not supported between instances of 'str' and 'int'
n = 12345
numbers = []
for _ in range(300):
    n = (n * 1103515245 + 12345) % 2147483648
    numbers.append(n % 100)
s = sorted(numbers)
print(all(s[i] <= s[i + 1] for i in range(299)), s[0], s[-1], sum(s) == sum(numbers))
# expect: True 0 99 True
pairs = sorted(zip(numbers, range(300)), key=lambda p: p[0])
print(all(p[1] < q[1] for p, q in zip(pairs, pairs[1:]) if p[0] == q[0]))  # expect: True
