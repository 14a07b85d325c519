# array: what does not fit a type code, and other errors
from array import array


def attempt(action):
    try:
        print(repr(action()))
    except Exception as e:
        print(type(e).__name__, e)


for code in "bBhHiIlLqQ":
    for value in (2**64, 2**32, 300, -2**63 - 1, -40000, -1):
        attempt(lambda: array(code, [value]))
attempt(lambda: array("i", [1.5]))
attempt(lambda: array("d", ["a"]))
attempt(lambda: array("x"))
attempt(lambda: array("i", "abc"))
attempt(lambda: array("i", b"abc"))
a = array("i", [1, 2, 3])
attempt(lambda: a[5])
attempt(lambda: a["x"])
attempt(lambda: a.pop(10))
attempt(lambda: array("i").pop())
attempt(lambda: a.remove(9))
attempt(lambda: a + [1])
attempt(lambda: a * "x")
attempt(lambda: a.extend(array("d")))
attempt(lambda: a.__setitem__(7, 1))
attempt(lambda: a.__setitem__(slice(0, 2), [1]))
attempt(lambda: a.__setitem__(slice(0, 3, 2), array("i", [1])))
attempt(lambda: hash(a))
print(a)
# expect: OverflowError Python int too large to convert to C long
# expect: OverflowError signed short integer is greater than maximum
# expect: OverflowError signed char is greater than maximum
# expect: OverflowError Python int too large to convert to C long
# expect: OverflowError signed short integer is less than minimum
# expect: array('b', [-1])
# expect: OverflowError Python int too large to convert to C long
# expect: OverflowError unsigned byte integer is greater than maximum
# expect: OverflowError unsigned byte integer is greater than maximum
# expect: OverflowError Python int too large to convert to C long
# expect: OverflowError unsigned byte integer is less than minimum
# expect: OverflowError unsigned byte integer is less than minimum
# expect: OverflowError Python int too large to convert to C long
# expect: OverflowError signed short integer is greater than maximum
# expect: array('h', [300])
# expect: OverflowError Python int too large to convert to C long
# expect: OverflowError signed short integer is less than minimum
# expect: array('h', [-1])
# expect: OverflowError Python int too large to convert to C long
# expect: OverflowError signed integer is greater than maximum
# expect: array('H', [300])
# expect: OverflowError Python int too large to convert to C long
# expect: OverflowError unsigned short is less than minimum
# expect: OverflowError unsigned short is less than minimum
# expect: OverflowError Python int too large to convert to C long
# expect: OverflowError signed integer is greater than maximum
# expect: array('i', [300])
# expect: OverflowError Python int too large to convert to C long
# expect: array('i', [-40000])
# expect: array('i', [-1])
# expect: OverflowError Python int too large to convert to C unsigned long
# expect: OverflowError unsigned int is greater than maximum
# expect: array('I', [300])
# expect: OverflowError can't convert negative value to unsigned int
# expect: OverflowError can't convert negative value to unsigned int
# expect: OverflowError can't convert negative value to unsigned int
# expect: OverflowError Python int too large to convert to C long
# expect: array('l', [4294967296])
# expect: array('l', [300])
# expect: OverflowError Python int too large to convert to C long
# expect: array('l', [-40000])
# expect: array('l', [-1])
# expect: OverflowError Python int too large to convert to C unsigned long
# expect: array('L', [4294967296])
# expect: array('L', [300])
# expect: OverflowError can't convert negative value to unsigned int
# expect: OverflowError can't convert negative value to unsigned int
# expect: OverflowError can't convert negative value to unsigned int
# expect: OverflowError int too big to convert
# expect: array('q', [4294967296])
# expect: array('q', [300])
# expect: OverflowError int too big to convert
# expect: array('q', [-40000])
# expect: array('q', [-1])
# expect: OverflowError int too big to convert
# expect: array('Q', [4294967296])
# expect: array('Q', [300])
# expect: OverflowError can't convert negative int to unsigned
# expect: OverflowError can't convert negative int to unsigned
# expect: OverflowError can't convert negative int to unsigned
# expect: TypeError 'float' object cannot be interpreted as an integer
# expect: TypeError must be real number, not str
# expect: ValueError bad typecode (must be b, B, u, h, H, i, I, l, L, q, Q, f or d)
# expect: TypeError cannot use a str to initialize an array with typecode 'i'
# expect: ValueError bytes length not a multiple of item size
# expect: IndexError array index out of range
# expect: TypeError array indices must be integers
# expect: IndexError pop index out of range
# expect: IndexError pop from empty array
# expect: ValueError array.remove(x): x not in array
# expect: TypeError can only append array (not "list") to array
# expect: TypeError can't multiply sequence by non-int of type 'str'
# expect: TypeError can only extend with array of same kind
# expect: IndexError array assignment index out of range
# expect: TypeError can only assign array (not "list") to array slice
# expect: ValueError attempt to assign array of size 1 to extended slice of size 2
# expect: TypeError unhashable type: 'array.array'
# expect: array('i', [1, 2, 3])
