# setrecursionlimit
import sys
old = sys.getrecursionlimit()
sys.setrecursionlimit(200)
def f(n):
    return f(n + 1)
try:
    f(0)
except RecursionError as e:
    print("too deep")
sys.setrecursionlimit(old)
def g(n):
    return n if n == 0 else g(n - 1)
print(g(500))
# expect: too deep
# expect: 0
