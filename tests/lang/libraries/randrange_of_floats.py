# random.randrange of CPython 3.11 names floats that are not whole; open() names an empty path.
import random
import warnings

warnings.simplefilter("ignore")

for call in (lambda: random.randrange(1.5), lambda: random.randrange(1, 2.5),
             lambda: random.randrange(1, 10, 1.5), lambda: open(""), lambda: open("x", "rw")):
    try:
        call()
    except (ValueError, OSError) as e:
        print(e)
# expect: non-integer arg 1 for randrange()
# expect: non-integer stop for randrange()
# expect: non-integer step for randrange()
# expect: [Errno 2] No such file or directory: ''
# expect: must have exactly one of create/read/write/append mode
