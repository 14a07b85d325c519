# A name that begins with two underscores is private to the class that it stands in.
class A:
    def __init__(self):
        self.__x = 1

    def get(self):
        return self.__x


class B(A):
    def __init__(self):
        super().__init__()
        self.__x = 2

    def both(self):
        return self.get(), self.__x


b = B()
print(b.both(), sorted(b.__dict__))  # expect: (1, 2) ['_A__x', '_B__x']
try:
    b.__x
except AttributeError as error:
    print(error)  # expect: 'B' object has no attribute '__x'
