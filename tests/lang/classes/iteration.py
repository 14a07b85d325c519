# __iter__ and __next__; an object with __getitem__ alone is iterable too.
class Down:
    def __init__(self, n):
        self.n = n

    def __iter__(self):
        return self

    def __next__(self):
        if self.n == 0:
            raise StopIteration
        self.n -= 1
        return self.n


class Squares:
    def __getitem__(self, i):
        if i >= 4:
            raise IndexError
        return i * i


print(list(Down(3)), sum(Down(5)), list(Squares()), 9 in Squares())
# expect: [2, 1, 0] 10 [0, 1, 4, 9] True
a, b, c = Down(3)
print(a, b, c, tuple(Squares()), max(Down(4)))  # expect: 2 1 0 (0, 1, 4, 9) 3
it = iter([1])
print(next(it), next(it, "end"))  # expect: 1 end
print(list(iter(Down(6).__next__, 2)))  # expect: [5, 4, 3]
try:
    iter(5)
except TypeError as error:
    print(error)  # expect: 'int' object is not iterable
