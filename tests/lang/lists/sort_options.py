# sort with key and reverse is stable
a = ["bb", "a", "cc", "d"]
a.sort(key=len); print(a)
a.sort(key=len, reverse=True); print(a)
print(sorted("hello"), sorted([3, 1, 2], reverse=True), sorted({"b": 1, "a": 2}))
# expect: ['a', 'd', 'bb', 'cc']
# expect: ['bb', 'cc', 'a', 'd']
# expect: ['e', 'h', 'l', 'l', 'o'] [3, 2, 1] ['a', 'b']
