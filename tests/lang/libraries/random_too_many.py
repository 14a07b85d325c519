# more random bits than there can be, or fewer than none
import random

for draw in (
    lambda: random.getrandbits(2**31),
    lambda: random.getrandbits(-1),
    lambda: random.randbytes(10**11),
    lambda: random.randbytes(2**62),
    lambda: random.randbytes(-1),
):
    try:
        draw()
    except (OverflowError, ValueError) as error:
        print(type(error).__name__, error)
# expect: OverflowError Python int too large to convert to C int
# expect: ValueError number of bits must be non-negative
# expect: OverflowError Python int too large to convert to C int
# expect: OverflowError Python int too large to convert to C int
# expect: ValueError number of bits must be non-negative
random.seed(5)
print(hash(random.getrandbits(10000)), random.randbytes(1000)[-4:], random.random())
# expect: 503572181210448783 b'\xe6\x95\xe3>' 0.49011881103879584
