# The truth of each part of `and` and `or` is asked once, however they are nested.
import itertools

asked = []


class Part:
    def __init__(self, name, truth):
        self.name, self.truth = name, truth

    def __bool__(self):
        asked.append(self.name)
        return self.truth

    def __repr__(self):
        return self.name if self.truth else self.name.upper()


def tried(function, count):
    out = []
    for truths in itertools.product((False, True), repeat=count):
        asked.clear()
        result = function(*[Part("abcd"[k], truth) for k, truth in enumerate(truths)])
        out.append("%r:%s" % (result, "".join(asked)))
    print(" ".join(out))


tried(lambda a, b, c: a and b or c, 3)
tried(lambda a, b, c: (a or b) and c, 3)
tried(lambda a, b, c: a or b and c, 3)
tried(lambda a, b, c: (a and b) and c, 3)
tried(lambda a, b, c: not (a and b) or c, 3)
tried(lambda a, b, c, d: (a and b or c) and d, 4)
tried(lambda a, b, c, d: ((a or b) and c) or d, 4)


def statements(a, b, c, d):
    if (a and b or c) and d:
        return 1
    while (a or b) and not c:
        return 2
    return 3


tried(statements, 4)


def walrus(n):
    return (n and (y := n + 1) or 0, n)


print(walrus(0), walrus(3))
# expect: C:a c:a C:a c:a C:ab c:ab b:ab b:ab
# expect: B:ab B:ab C:ab c:ab C:a c:a C:a c:a
# expect: B:ab B:ab C:ab c:ab a:a a:a a:a a:a
# expect: A:a A:a A:a A:a B:ab B:ab C:ab c:ab
# expect: True:aa True:aa True:aa True:aa True:ab True:ab C:ab c:ab
# expect: C:ac C:ac D:ac d:ac C:ac C:ac D:ac d:ac C:abc C:abc D:abc d:abc D:ab d:ab D:ab d:ab
# expect: D:ab d:ab D:ab d:ab D:abc d:abc c:abc c:abc D:ac d:ac c:ac c:ac D:ac d:ac c:ac c:ac
# expect: 3:acab 3:acab 3:acdab 1:acd 2:acabc 2:acabc 3:acdabc 1:acd 2:abcac 2:abcac 3:abcdac 1:abcd 2:abdac 1:abd 3:abdac 1:abd
# expect: (0, 0) (4, 3)
