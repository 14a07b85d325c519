# The recursion limit and the switch interval are read and set.
import sys

print(sys.getrecursionlimit())  # expect: 1000
sys.setrecursionlimit(200)


def depth(n):
    try:
        return depth(n + 1)
    except RecursionError:
        return n


print(100 < depth(0) <= 200)  # expect: True
sys.setrecursionlimit(3000)
print(sys.getrecursionlimit(), depth(0) > 2000)  # expect: 3000 True
print(sys.getswitchinterval())  # expect: 0.005
sys.setswitchinterval(0.001)
print(sys.getswitchinterval())  # expect: 0.001
for wrong in (lambda: sys.setswitchinterval(0), lambda: sys.setrecursionlimit(0)):
    try:
        wrong()
    except ValueError as error:
        print(error)
        # expect: switch interval must be strictly positive
        # expect: recursion limit must be greater or equal than 1
sys.setswitchinterval(0.005)
