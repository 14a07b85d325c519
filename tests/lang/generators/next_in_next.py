# next of generators inside next
def chain(n):
    if n == 0:
        yield from range(3)
    else:
        g = chain(n - 1)
        yield next(g)
        yield next(g) + 10
print(next(chain(20)), list(chain(1)), next(next(iter([chain(2)]))))
# expect: 0 [0, 11] 0
