# iterating over str gives characters
print(list("aé😀"), [c for c in "ab"], dict(enumerate("xy")), tuple("hi"), set("aab") == {"a", "b"})
# expect: ['a', 'é', '😀'] ['a', 'b'] {0: 'x', 1: 'y'} ('h', 'i') True
