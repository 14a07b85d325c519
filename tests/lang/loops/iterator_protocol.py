# a class with __iter__ and __next__
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
print(list(Down(3)), sum(Down(4)), max(Down(5)), 2 in Down(3), [*Down(2)], tuple(Down(0)))
# expect: [2, 1, 0] 6 4 True [1, 0] ()
