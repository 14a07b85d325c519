# bytes and str do not mix
for f in (lambda: b"a" + "b", lambda: "a" in b"abc", lambda: b"a" == "a"):
    try:
        print(f())
    except TypeError as e:
        print(e)
# expect: can't concat str to bytes
# expect: a bytes-like object is required, not 'str'
# expect: False
