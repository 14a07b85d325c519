# `in` says that a container is not iterable also when its __iter__ raises TypeError.
class C:
    def __iter__(self):
        return 5


try:
    1 in C()
except TypeError as e:
    print(e)  # expect: argument of type 'C' is not iterable


class S(set):
    def __new__(cls, *args):
        return super().__new__(cls, *args)

    def __init__(self, *args):
        pass


print(S(1, 2))  # expect: S()
