# find, rfind, index and rindex with bounds
s = "abracadabra"
print(s.find("a"), s.find("a", 1), s.rfind("a"), s.find("a", 1, 3), s.find("z"), s.index("bra"), s.rindex("bra"), s.find(""), s.rfind(""))
try:
    s.index("z")
except ValueError as e:
    print(e)
# expect: 0 3 10 -1 -1 1 8 0 11
# expect: substring not found
