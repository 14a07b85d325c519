# characters, not bytes
s = "aé€😀z"
print(len(s), s[1], s[3], s[-2], s[1:4], s[::-1], s.find("€"), "😀" in s, [ord(c) for c in s])
# expect: 5 é 😀 😀 é€😀 z😀€éa 2 True [97, 233, 8364, 128512, 122]
