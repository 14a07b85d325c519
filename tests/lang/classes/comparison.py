# Comparison methods; != is the opposite of ==; the reflected one is tried next.
class N:
    def __init__(self, n):
        self.n = n

    def __eq__(self, other):
        return isinstance(other, N) and self.n == other.n

    def __lt__(self, other):
        return self.n < other.n

    def __hash__(self):
        return hash(self.n)

    def __repr__(self):
        return "N%d" % self.n


print(N(1) == N(1), N(1) != N(1), N(1) != N(2), N(1) == 1, N(1) < N(2), N(1) > N(2))
# expect: True False True False True False
print(sorted([N(3), N(1), N(2)]), min(N(3), N(1)), N(2) in [N(1), N(2)])
# expect: [N1, N2, N3] N1 True
print(len({N(1), N(1), N(2)}), {N(5): "x"}[N(5)])  # expect: 2 x
try:
    N(1) <= N(2)
except TypeError as error:
    print(error)  # expect: '<=' not supported between instances of 'N' and 'N'


class E:
    def __eq__(self, other):
        return True


try:
    hash(E())
except TypeError as error:
    print(error)  # expect: unhashable type: 'E'
