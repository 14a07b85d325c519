# replace with counts and empty texts
print("aaa".replace("a", "b", 2), "abc".replace("", "-"), "abc".replace("", "-", 2), "aaa".replace("aa", "b"), "abc".replace("x", "y"))
# expect: bba -a-b-c- -a-bc ba abc
