# bytes() asks __bytes__, which must give bytes; bytearray() does not; sizes and items too big
class Good:
    def __bytes__(self): return b"good"
class Bad:
    def __bytes__(self): return "text"
def tried(function, *args):
    try:
        print(function(*args))
    except Exception as e:
        print(type(e).__name__, e)
tried(bytes, Good())  # expect: b'good'
tried(bytes, Bad())  # expect: TypeError __bytes__ returned non-bytes (type str)
tried(bytearray, Good())  # expect: TypeError cannot convert 'Good' object to bytearray
tried(lambda: b"<%s %b>" % (Good(), Good()))  # expect: b'<good good>'
tried(lambda: b"%s" % Bad())  # expect: TypeError __bytes__ returned non-bytes (type str)
tried(bytes, 2**70)  # expect: OverflowError cannot fit 'int' into an index-sized integer
tried(bytearray, 2**70)  # expect: OverflowError cannot fit 'int' into an index-sized integer
tried(bytes, [2**70])  # expect: ValueError bytes must be in range(0, 256)
tried(bytearray(b"a").append, -2**70)  # expect: ValueError byte must be in range(0, 256)
