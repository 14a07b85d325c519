# Text is a sequence of characters of Unicode; bytes come from an encoding.
s = "héllo, wörld €😀"
print(len(s), s.upper(), s.encode("utf-8"), len(s.encode()))
print(s.encode().decode("utf-8") == s, "é".encode("latin-1"))
print(ord("€"), chr(8364), chr(0x1F600), ascii("é😀\n"))
print("abc".encode("ascii"), "é".encode("ascii", "replace"))
print("é".encode("ascii", "ignore"), b"a\xffb".decode("utf-8", "replace"))
print("ß".upper(), "İ".lower() == "i̇", "ΑΣ".lower())
print("ǆ".title(), "é" == "e\u0301", repr("\u200b\xa0\x7f"))
for wrong in (
    lambda: "é".encode("ascii"),
    lambda: b"\xff".decode("utf-8"),
    lambda: b"\xe2\x82".decode("utf-8"),
):
    try:
        wrong()
    except UnicodeError as error:
        print(type(error).__name__)
        print(error)
# expect: 15 HÉLLO, WÖRLD €😀 b'h\xc3\xa9llo, w\xc3\xb6rld \xe2\x82\xac\xf0\x9f\x98\x80' 22
# expect: True b'\xe9'
# expect: 8364 € 😀 '\xe9\U0001f600\n'
# expect: b'abc' b'?'
# expect: b'' a�b
# expect: SS True ας
# expect: ǅ False '\u200b\xa0\x7f'
# expect: UnicodeEncodeError
# expect: 'ascii' codec can't encode character '\xe9' in position 0: ordinal not in range(128)
# expect: UnicodeDecodeError
# expect: 'utf-8' codec can't decode byte 0xff in position 0: invalid start byte
# expect: UnicodeDecodeError
# expect: 'utf-8' codec can't decode bytes in position 0-1: unexpected end of data
