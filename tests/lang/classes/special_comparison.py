# rich comparison, reflection and defaults
class N:
    def __init__(self, n): self.n = n
    def __lt__(self, o): return self.n < o.n if isinstance(o, N) else NotImplemented
    def __eq__(self, o): return isinstance(o, N) and self.n == o.n
    def __hash__(self): return hash(self.n)
print(N(1) < N(2), N(1) > N(2), N(1) == N(1), N(1) != N(2), N(1) == 1, sorted([N(3), N(1)])[0].n, {N(1): "a"}[N(1)], max(N(1), N(5)).n)
try:
    N(1) < 1
except TypeError as e:
    print(e)
try:
    N(1) <= N(2)
except TypeError as e:
    print(e)
# expect: True False True True False 1 a 5
# expect: '<' not supported between instances of 'N' and 'int'
# expect: '<=' not supported between instances of 'N' and 'N'
