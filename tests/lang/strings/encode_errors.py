# Error handlers of encode() and decode(), utf-16, and what the exceptions know
text = "a\u00e9\u20acz"
for handler in ("ignore", "replace", "backslashreplace", "xmlcharrefreplace"):
    print(text.encode("ascii", handler), text.encode("latin-1", handler))
print(text.encode("utf-16"), text.encode("utf-16-be").decode("utf-16-be") == text)
raw = b"a\xff\xe9"
print(raw.decode("utf-8", "backslashreplace"), raw.decode("ascii", "replace") == "a\ufffd\ufffd")
print(raw.decode("ascii", "surrogateescape").encode("ascii", "surrogateescape"))
try:
    text.encode("ascii")
except UnicodeEncodeError as error:
    print(error)
    print(error.encoding, error.start, error.end, error.reason, error.object == text)
try:
    raw.decode()
except UnicodeDecodeError as error:
    print(error)
    print(error.encoding, error.start, error.end, error.reason, error.object)
try:
    text.encode("ascii", "nothing")
except LookupError as error:
    print(error)
# expect: b'az' b'a\xe9z'
# expect: b'a??z' b'a\xe9?z'
# expect: b'a\\xe9\\u20acz' b'a\xe9\\u20acz'
# expect: b'a&#233;&#8364;z' b'a\xe9&#8364;z'
# expect: b'\xff\xfea\x00\xe9\x00\xac z\x00' True
# expect: a\xff\xe9 True
# expect: b'a\xff\xe9'
# expect: 'ascii' codec can't encode characters in position 1-2: ordinal not in range(128)
# expect: ascii 1 3 ordinal not in range(128) True
# expect: 'utf-8' codec can't decode byte 0xff in position 1: invalid start byte
# expect: utf-8 1 2 invalid start byte b'a\xff\xe9'
# expect: unknown error handler name 'nothing'
