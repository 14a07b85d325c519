# count does not count overlaps
print("aaaa".count("aa"), "abc".count(""), "abcabc".count("bc", 2), "abc".count("z"))
# expect: 2 4 1 0
