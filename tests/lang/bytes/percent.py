# % of bytes
print(b"%d %s %x" % (5, b"ab", 255), b"%r" % "x")
# expect: b'5 ab ff' b"'x'"
