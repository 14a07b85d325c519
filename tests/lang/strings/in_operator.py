# membership of substrings
print("bc" in "abcd", "" in "", "x" not in "abc")
try:
    1 in "abc"
except TypeError as e:
    print(e)
# expect: True True True
# expect: 'in <string>' requires string as left operand, not int
