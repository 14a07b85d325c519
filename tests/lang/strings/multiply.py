# repetition of str
print("ab" * 3, 3 * "ab", "ab" * 0, "ab" * -1)
try:
    "a" * 1.5
except TypeError as e:
    print(e)
# expect: ababab ababab  
# expect: can't multiply sequence by non-int of type 'float'
