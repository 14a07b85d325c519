# Several managers in one statement leave in the opposite order; the inner one may swallow.
class M:
    def __init__(self, name, result=None):
        self.name = name
        self.result = result

    def __enter__(self):
        print("+" + self.name)
        return self

    def __exit__(self, *info):
        print("-" + self.name, info[0] is not None)
        return self.result


with M("a") as a, M("b", True) as b:
    print(a.name, b.name)
    raise ValueError
with (M("c"), M("d") as d,):
    print(d.name)


def leave():
    with M("e"):
        return "returned"


print(leave())
for i in range(3):
    with M("f%d" % i):
        if i == 1:
            break
# expect: +a
# expect: +b
# expect: a b
# expect: -b True
# expect: -a False
# expect: +c
# expect: +d
# expect: d
# expect: -d False
# expect: -c False
# expect: +e
# expect: -e False
# expect: returned
# expect: +f0
# expect: -f0 False
# expect: +f1
# expect: -f1 False
