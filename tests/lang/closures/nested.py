# Names are found through several levels of functions; a class body is not one of them.
x = "global"


def one():
    x = "one"

    def two():
        def three():
            return x

        return three

    return two()()


class C:
    x = "class"

    def method(self):
        return x


print(one(), C().method(), C.x)  # expect: one global class


def swap():
    a, b = 1, 2

    def flip():
        nonlocal a, b
        a, b = b, a

    flip()
    return a, b


print(swap())  # expect: (2, 1)
