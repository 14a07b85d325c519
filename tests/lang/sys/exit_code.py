# sys.exit(N) ends with N and runs finally clauses on the way.
# expect-exit: 7
import sys

try:
    sys.exit(7)
finally:
    print("on the way out")  # expect: on the way out
