# endless generators with islice
from itertools import islice, count
def fib():
    a, b = 0, 1
    while True:
        yield a
        a, b = b, a + b
print(list(islice(fib(), 10)), list(islice(count(3, 2), 4)))
# expect: [0, 1, 1, 2, 3, 5, 8, 13, 21, 34] [3, 5, 7, 9]
