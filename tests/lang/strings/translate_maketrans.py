# translate with tables of all kinds
t = str.maketrans("abc", "xyz", "d")
print("abcd".translate(t), "abc".translate({97: None, 98: "BB", ord("c"): 67}), str.maketrans({"a": 1}))
# expect: xyz BBC {97: 1}
