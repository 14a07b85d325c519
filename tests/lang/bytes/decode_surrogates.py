# bytes of a lone surrogate are no UTF-8
lone = b"a\xed\xa0\x80b"
try:
    lone.decode()
except UnicodeDecodeError as e:
    print(e)
try:
    str(lone, "utf-8")
except UnicodeDecodeError as e:
    print(e.start, e.end, e.reason)
print(ascii(lone.decode("utf-8", "replace")), lone.decode("utf-8", "ignore"))
print(ascii(lone.decode("utf-8", "surrogatepass")))
# expect: 'utf-8' codec can't decode byte 0xed in position 1: invalid continuation byte
# expect: 1 2 invalid continuation byte
# expect: 'a\ufffd\ufffd\ufffdb' ab
# expect: 'a\ud800b'
