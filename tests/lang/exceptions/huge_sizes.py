# Sizes, places and counts beyond what a machine word holds.
import itertools
import operator

HUGE = 2 ** 64
for attempt in (
    lambda: itertools.combinations(range(5), HUGE),
    lambda: itertools.repeat(1, HUGE),
    lambda: itertools.islice([1], HUGE),
    lambda: list(range(3))[HUGE],
    lambda: "ab" * HUGE,
    lambda: [1] * HUGE,
    lambda: [1][:HUGE],
    lambda: bytes(HUGE),
    lambda: bytearray(HUGE),
    lambda: "a".ljust(HUGE),
    lambda: [1,2].insert(HUGE, 1),
    lambda: [1].pop(HUGE),
    lambda: (1,).index(1, HUGE),
    lambda: "abc".find("b", HUGE),
    lambda: operator.index(HUGE),
    lambda: chr(HUGE),
    lambda: round(1.5, HUGE),
    lambda: 2 ** -1,
    lambda: "%*d" % (HUGE, 1),
    lambda: format(1, "99999999999999999999"),
    lambda: len(range(HUGE)),
    lambda: range(10)[HUGE],
    lambda: "a,b".split(",", HUGE),
    lambda: "aa".replace("a", "b", HUGE),
    lambda: b"abc"[HUGE],
    lambda: itertools.permutations([1], HUGE),
    lambda: itertools.product([1], repeat=HUGE),
):
    try:
        print(repr(attempt())[:60])
    except Exception as error:
        print(type(error).__name__, error)
# expect: OverflowError Python int too large to convert to C ssize_t
# expect: OverflowError Python int too large to convert to C ssize_t
# expect: ValueError Stop argument for islice() must be None or an integer: 0 <= x <= sys.maxsize.
# expect: IndexError cannot fit 'int' into an index-sized integer
# expect: OverflowError cannot fit 'int' into an index-sized integer
# expect: OverflowError cannot fit 'int' into an index-sized integer
# expect: [1]
# expect: OverflowError cannot fit 'int' into an index-sized integer
# expect: OverflowError cannot fit 'int' into an index-sized integer
# expect: OverflowError Python int too large to convert to C ssize_t
# expect: OverflowError Python int too large to convert to C ssize_t
# expect: OverflowError Python int too large to convert to C ssize_t
# expect: ValueError tuple.index(x): x not in tuple
# expect: -1
# expect: 18446744073709551616
# expect: OverflowError Python int too large to convert to C int
# expect: 1.5
# expect: 0.5
# expect: OverflowError Python int too large to convert to C ssize_t
# expect: ValueError Too many decimal digits in format string
# expect: OverflowError Python int too large to convert to C ssize_t
# expect: IndexError range object index out of range
# expect: OverflowError Python int too large to convert to C ssize_t
# expect: OverflowError Python int too large to convert to C ssize_t
# expect: IndexError cannot fit 'int' into an index-sized integer
# expect: OverflowError Python int too large to convert to C ssize_t
# expect: OverflowError Python int too large to convert to C ssize_t
