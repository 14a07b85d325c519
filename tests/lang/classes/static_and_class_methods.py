# A static method gets nothing, a class method the class.
class A:
    count = 0

    @staticmethod
    def plus(a, b):
        return a + b

    @classmethod
    def make(cls, *args):
        cls.count += 1
        return cls(*args)

    def __init__(self, *args):
        self.args = args


class B(A):
    pass


print(A.plus(1, 2), A(0).plus(3, 4))  # expect: 3 7
print(type(A.make(1)).__name__, type(B.make(2)).__name__, B(0).make(7).args)  # expect: A B (7,)
print(A.count, B.count)  # expect: 1 3
