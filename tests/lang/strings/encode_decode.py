# encode and decode with error handlers
print("é€".encode(), "é".encode("latin-1"), "é€".encode("ascii", "ignore"), "é".encode("ascii", "replace"), "é".encode("ascii", "backslashreplace"), b"\xc3\xa9".decode(), b"\xff".decode("utf-8", "replace"), b"a\xffb".decode("ascii", "ignore"))
for f in (lambda: "é".encode("ascii"), lambda: b"\xff".decode()):
    try:
        f()
    except UnicodeError as e:
        print(type(e).__name__, e)
# expect: b'\xc3\xa9\xe2\x82\xac' b'\xe9' b'' b'?' b'\\xe9' é � ab
# expect: UnicodeEncodeError 'ascii' codec can't encode character '\xe9' in position 0: ordinal not in range(128)
# expect: UnicodeDecodeError 'utf-8' codec can't decode byte 0xff in position 0: invalid start byte
