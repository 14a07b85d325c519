# str compare by code points
print("a" < "b", "Z" < "a", "abc" < "abd", "ab" < "abc", "é" > "z", sorted(["b", "A", "a", "B"]), max("hello"))
# expect: True True True True True ['A', 'B', 'a', 'b'] o
