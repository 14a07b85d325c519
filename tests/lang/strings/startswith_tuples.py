# startswith and endswith with tuples and bounds
s = "prefix.txt"
print(s.startswith("pre"), s.startswith(("a", "p")), s.endswith((".py", ".txt")), s.startswith("fix", 3), s.endswith("fix", 0, 6), s.startswith(()))
try:
    s.startswith(1)
except TypeError as e:
    print(e)
# expect: True True True True True False
# expect: startswith first arg must be str or a tuple of str, not int
