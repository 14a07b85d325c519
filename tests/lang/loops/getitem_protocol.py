# a class with __getitem__ alone can be iterated over
class Squares:
    def __getitem__(self, k):
        if k > 3:
            raise IndexError
        return k * k
print(list(Squares()), 4 in Squares(), [a for a in Squares()])
# expect: [0, 1, 4, 9] True [0, 1, 4, 9]
