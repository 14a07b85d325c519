# Wrong arguments of text methods are named as CPython's argument parser names them.
for call in (lambda: "a".removeprefix(None), lambda: "a".partition(None), lambda: "a".replace(None, ""),
             lambda: "a".encode(None), lambda: b"a".decode(5), lambda: str(b"a", 5),
             lambda: str(b"a", errors=5), lambda: str(None, "nothing"), lambda: bytes("a", None),
             lambda: bytes(5, "ascii"), lambda: str.maketrans(1, 2), lambda: str.maketrans(1, "a"),
             lambda: "a".center(3, 5), lambda: "a".splitlines("x"), lambda: bytearray().extend(5),
             lambda: bytearray().extend("a")):
    try:
        print(call())
    except TypeError as e:
        print(e)
# expect: removeprefix() argument must be str, not None
# expect: must be str, not NoneType
# expect: replace() argument 1 must be str, not None
# expect: encode() argument 'encoding' must be str, not None
# expect: decode() argument 'encoding' must be str, not int
# expect: str() argument 'encoding' must be str, not int
# expect: str() argument 'errors' must be str, not int
# expect: decoding to str: need a bytes-like object, NoneType found
# expect: bytes() argument 'encoding' must be str, not None
# expect: encoding without a string argument
# expect: maketrans() argument 2 must be str, not int
# expect: first maketrans argument must be a string if there is a second argument
# expect: The fill character must be a unicode character, not int
# expect: 'str' object cannot be interpreted as an integer
# expect: can't extend bytearray with int
# expect: 'str' object cannot be interpreted as an integer
