# Slices with negative ends and steps; out of range is cut off.
s = "abcdefg"
print(s[1:3], s[:2], s[5:], s[-2:], s[:-2], s[::2], s[::-1])
# expect: bc ab fg fg abcde aceg gfedcba
print(s[5:1:-2], s[10:], s[2:2], s[-100:100], s[-1])  # expect: fd   abcdefg g
print("naïve café 😀 end"[3:12], "😀😁😂"[::-1], len("😀é"))  # expect: ve café 😀 😂😁😀 2
print("añb"[1], "añb"[-1], [c for c in "é😀"])  # expect: ñ b ['é', '😀']
print("ab" * 3, "ab" * 0, "ab" * -1, "a" + "b", "b" in "abc")  # expect: ababab   ab True
print("" in "abc", "cd" in "abc", "abc" < "abd", "Z" < "a", "a" < "aa")
# expect: True False True True True
try:
    s["x"]
except TypeError as error:
    print(error)  # expect: string indices must be integers, not 'str'
try:
    s[0] = "x"
except TypeError as error:
    print(error)  # expect: 'str' object does not support item assignment
