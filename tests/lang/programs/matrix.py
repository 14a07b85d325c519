# A matrix class with operators, slices, comparison and exact elimination over fractions.
def gcd(a, b):
    while b:
        a, b = b, a % b
    return abs(a)


class Fraction:
    def __init__(self, n, d=1):
        if d == 0:
            raise ZeroDivisionError("fraction with zero below")
        g = gcd(n, d) * (-1 if d < 0 else 1)
        self.n, self.d = n // g, d // g

    @staticmethod
    def of(x):
        return x if isinstance(x, Fraction) else Fraction(x)

    def __add__(self, o):
        o = Fraction.of(o)
        return Fraction(self.n * o.d + o.n * self.d, self.d * o.d)

    __radd__ = __add__

    def __neg__(self):
        return Fraction(-self.n, self.d)

    def __sub__(self, o):
        return self + -Fraction.of(o)

    def __mul__(self, o):
        o = Fraction.of(o)
        return Fraction(self.n * o.n, self.d * o.d)

    __rmul__ = __mul__

    def __truediv__(self, o):
        o = Fraction.of(o)
        return Fraction(self.n * o.d, self.d * o.n)

    def __eq__(self, o):
        o = Fraction.of(o)
        return (self.n, self.d) == (o.n, o.d)

    def __bool__(self):
        return self.n != 0

    def __str__(self):
        return str(self.n) if self.d == 1 else f"{self.n}/{self.d}"


class Matrix:
    def __init__(self, rows):
        self.rows = [list(row) for row in rows]
        if len({len(row) for row in self.rows}) > 1:
            raise ValueError("rows of different length")

    @classmethod
    def identity(cls, n):
        return cls([[int(i == j) for j in range(n)] for i in range(n)])

    @property
    def shape(self):
        return len(self.rows), len(self.rows[0])

    def __getitem__(self, at):
        i, j = at
        if isinstance(i, slice):
            return Matrix([row[j] for row in self.rows[i]])
        return self.rows[i][j]

    def __setitem__(self, at, value):
        i, j = at
        self.rows[i][j] = value

    def __add__(self, other):
        return Matrix([[a + b for a, b in zip(r, s)] for r, s in zip(self.rows, other.rows)])

    def __mul__(self, k):
        return Matrix([[x * k for x in row] for row in self.rows])

    __rmul__ = __mul__

    def __matmul__(self, other):
        columns = list(zip(*other.rows))
        return Matrix([[sum(a * b for a, b in zip(r, c)) for c in columns] for r in self.rows])

    def __pow__(self, n):
        result, base = Matrix.identity(len(self.rows)), self
        while n:
            if n & 1:
                result = result @ base
            base = base @ base
            n >>= 1
        return result

    def __eq__(self, other):
        return isinstance(other, Matrix) and self.rows == other.rows

    @property
    def T(self):
        return Matrix(zip(*self.rows))

    def inverse(self):
        n = len(self.rows)
        work = [
            [Fraction.of(x) for x in row] + [Fraction(int(i == j)) for j in range(n)]
            for i, row in enumerate(self.rows)
        ]
        for i in range(n):
            pivot = next((k for k in range(i, n) if work[k][i]), None)
            if pivot is None:
                raise ValueError("singular")
            work[i], work[pivot] = work[pivot], work[i]
            work[i] = [x / work[i][i] for x in work[i]]
            for k in range(n):
                if k != i:
                    work[k] = [a - work[k][i] * b for a, b in zip(work[k], work[i])]
        return Matrix([row[n:] for row in work])

    def __str__(self):
        return "[" + "; ".join(" ".join(map(str, row)) for row in self.rows) + "]"


m = Matrix([[1, 2], [3, 4]])
print(m, m.shape, m[1, 0], m + m, m * 3, 2 * m, m.T)
# expect: [1 2; 3 4] (2, 2) 3 [2 4; 6 8] [3 6; 9 12] [2 4; 6 8] [1 3; 2 4]
print(m @ m, m**10, m**0 == Matrix.identity(2), m @ Matrix.identity(2) == m, m == 5)
# expect: [7 10; 15 22] [4783807 6972050; 10458075 15241882] True True False
m[0, 0] = 7
print(m, m[0:2, 1:2], m[:, :1])  # expect: [7 2; 3 4] [2; 4] [7; 3]
a = Matrix([[2, 1, 1], [1, 3, 2], [1, 0, 0]])
print(a.inverse(), a @ a.inverse() == Matrix.identity(3))  # expect: [0 0 1; -2 1 3; 3 -1 -5] True
print(Matrix([[1, 1], [1, 0]]) ** 90)
# expect: [4660046610375530309 2880067194370816120; 2880067194370816120 1779979416004714189]
for wrong in (lambda: Matrix([[1, 2], [2, 4]]).inverse(), lambda: Matrix([[1], [2, 3]])):
    try:
        wrong()
    except ValueError as error:
        print(error)
        # expect: singular
        # expect: rows of different length
try:
    m @ 5
except AttributeError as error:
    print(error)  # expect: 'int' object has no attribute 'rows'
