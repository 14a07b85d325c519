# A function without return gives None; return may give a tuple.
def nothing():
    pass


def bare(flag):
    if flag:
        return
    return 1


def pair():
    return 1, 2


print(nothing(), bare(True), bare(False))  # expect: None None 1
a, b = pair()
print(a, b, pair())  # expect: 1 2 (1, 2)


def early():
    for i in range(10):
        if i == 3:
            return i
    return -1


print(early())  # expect: 3
