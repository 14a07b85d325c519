# A method is looked up in the class, then in its bases; super() goes on from there.
class A:
    def __init__(self):
        self.log = ["A"]

    def who(self):
        return "A"

    def call(self):
        return self.who()


class B(A):
    def __init__(self):
        super().__init__()
        self.log.append("B")

    def who(self):
        return "B over " + super().who()


class C(B):
    pass


c = C()
print(c.log, c.call(), A().call())  # expect: ['A', 'B'] B over A A
print(issubclass(C, A), isinstance(c, A), issubclass(A, C), C.__bases__, C.__base__)
# expect: True True False (<class '__main__.B'>,) <class '__main__.B'>
