# extend and += take any iterable
a = [1]
a.extend("ab"); a += (2, 3); a.extend(x for x in range(2)); a += {"k": 1}
print(a)
try:
    a += 5
except TypeError as e:
    print(e)
# expect: [1, 'a', 'b', 2, 3, 0, 1, 'k']
# expect: 'int' object is not iterable
