# bytes compare by value
print(b"a" < b"b", b"ab" == bytearray(b"ab"), hash(b"a") == hash(bytes([97])), b"a" in b"abc", 98 in b"abc", b"" == bytes())
# expect: True True True True True True
