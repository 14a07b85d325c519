# too deep a recursion is an error that can be caught
import sys
def depth(n):
    try:
        return depth(n + 1)
    except RecursionError:
        return n
print(depth(0) > 500, sys.getrecursionlimit())
# expect: True 1000
