# operators, items, properties and loops that call methods written in Python
class Plain:
    def __init__(self, n): self.n = n
    def __repr__(self): return "P%s" % self.n

class Left(Plain):
    def __add__(self, other):
        if isinstance(other, int): return NotImplemented
        return "Left.add"
    def __iadd__(self, other):
        return NotImplemented if isinstance(other, str) else self
    def __lt__(self, other): return NotImplemented if other == 0 else [self.n] * other
    def __eq__(self, other): return NotImplemented
    __hash__ = None

class Right(Plain):
    def __radd__(self, other): return "Right.radd", other
    def __rsub__(self, other): return NotImplemented
    def __gt__(self, other): return "Right.gt"

class Sub(Left):
    def __radd__(self, other): return "Sub.radd"

def tried(f, *args):
    try:
        return f(*args)
    except Exception as e:
        return type(e).__name__, str(e)

def add(a, b): return a + b
def sub(a, b): return a - b
def iadd(a, b):
    a += b
    return a
def less(a, b): return a < b
def branch(a, b): return "yes" if a < b else "no"
def while_less(a, b):
    n = 0
    while a < b:
        n += 1
        b -= 1
    return n

l, r = Left(1), Right(2)
print(add(l, r), add(l, l), tried(add, l, 3), add(3, r), add(2.5, r), tried(add, "s", l))
print(tried(add, l, 3), tried(sub, 3, r), tried(sub, 2.5, r), tried(sub, l, r), add(l, Sub(3)))
print(iadd(l, 5) is l, tried(iadd, l, "x"), tried(iadd, r, 1))
print(less(l, 2), tried(less, l, 0), branch(l, 1), tried(branch, l, 0))
print(l == l, l == r, l != r, tried(less, r, 1), tried(less, 1, r))
print(tried(while_less, Left(7), 3))

class Items:
    def __init__(self): self.seen = []
    def __getitem__(self, key):
        if key == "bad": raise KeyError(key)
        return self.seen, key
    def __setitem__(self, key, value):
        if key == "bad": raise IndexError(key)
        self.seen.append((key, value))
items = Items()
def use(items):
    items[1] = 2
    items["k"] = items[0][1]
    for key in ("bad", "good"):
        try:
            items[key] = key
            print("set", items[key][1])
        except IndexError as e:
            print("IndexError", e)
        try:
            print("got", items[key][1])
        except KeyError as e:
            print("KeyError", e)
    return items[1:2][1]
print(use(items), items.seen)

class Prop:
    calls = 0
    @property
    def fine(self):
        self.calls += 1
        return self.calls
    @property
    def broken(self): return self.missing
    @property
    def nested(self): return self.fine + self.fine
    @property
    def lazy(self):
        yield self.fine
def read(p): return p.fine, p.nested, list(p.lazy), p.fine
print(read(Prop()), tried(lambda: Prop().broken), getattr(Prop(), "broken", "default"))
print(hasattr(Prop(), "broken"), hasattr(Prop(), "fine"))

class Count:
    def __init__(self, n): self.n = n
    def __iter__(self): return self
    def __next__(self):
        if self.n == 13: raise ValueError("unlucky")
        if not self.n: raise StopIteration
        self.n -= 1
        return self.n
def loop(c):
    out = []
    for x in c:
        if x % 2: continue
        out.append(x)
    else:
        out.append("else")
    return out
print(loop(Count(6)), tried(loop, Count(15)), [x for x in Count(3)], sum(Count(4)))
def pairs(c):
    for a, b in c: yield a, b
class Pairs(Count):
    def __next__(self): return Count.__next__(self), "p"
print(list(pairs(Pairs(3))), list(zip(Count(2), Pairs(2))))
def delegating(c):
    for x in c:
        got = yield x
        if got: c.n += got
g = delegating(Count(2))
print(next(g), g.send(2), list(g))
for x in Count(3):
    for y in Count(x):
        if y == 1: break
        print(x, y, end=";")
print()

class Deep:
    def __init__(self, n): self.n = n
    def __add__(self, k): return 0 if self.n == 0 else Deep(self.n - 1) + k
    def __getitem__(self, k): return k if self.n == 0 else Deep(self.n - 1)[k]
print(Deep(200) + 1, Deep(200)[5])
class Endless:
    def __add__(self, other): return self + other
    def __lt__(self, other): return self < other
for f in (add, less):
    try:
        f(Endless(), 1)
    except RecursionError as e:
        print("RecursionError")
class Changing:
    def __add__(self, other):
        del Changing.__add__
        Changing.__add__ = lambda self, other: "second"
        return "first"
c = Changing()
print(c + 1, c + 1)
class Truth:
    def __init__(self, t): self.t = t
    def __bool__(self): return self.t
class Compared:
    def __init__(self, t): self.t = t
    def __ge__(self, other): return Truth(self.t)
print("a" if Compared(True) >= 1 else "b", "a" if Compared(False) >= 1 else "b")
print("a" if not Compared(True) >= 1 else "b", tried(lambda: 1 if Compared(3) >= 1 else 2))
# expect: Left.add Left.add ('TypeError', "unsupported operand type(s) for +: 'Left' and 'int'") ('Right.radd', 3) ('Right.radd', 2.5) ('TypeError', 'can only concatenate str (not "Left") to str')
# expect: ('TypeError', "unsupported operand type(s) for +: 'Left' and 'int'") ('TypeError', "unsupported operand type(s) for -: 'int' and 'Right'") ('TypeError', "unsupported operand type(s) for -: 'float' and 'Right'") ('TypeError', "unsupported operand type(s) for -: 'Left' and 'Right'") Sub.radd
# expect: True Left.add ('TypeError', "unsupported operand type(s) for +=: 'Right' and 'int'")
# expect: [1, 1] ('TypeError', "'<' not supported between instances of 'Left' and 'int'") yes ('TypeError', "'<' not supported between instances of 'Left' and 'int'")
# expect: True False True ('TypeError', "'<' not supported between instances of 'Right' and 'int'") Right.gt
# expect: ('TypeError', "'<' not supported between instances of 'Left' and 'int'")
# expect: IndexError bad
# expect: KeyError 'bad'
# expect: set good
# expect: got good
# expect: slice(1, 2, None) [(1, 2), ('k', 0), ('good', 'good')]
# expect: (1, 5, [4], 5) ('AttributeError', "'Prop' object has no attribute 'missing'") default
# expect: False True
# expect: [4, 2, 0, 'else'] ('ValueError', 'unlucky') [2, 1, 0] 6
# expect: [(2, 'p'), (1, 'p'), (0, 'p')] [(1, (1, 'p')), (0, (0, 'p'))]
# expect: 1 2 [1, 0]
# expect: 1 0;
# expect: 0 5
# expect: RecursionError
# expect: RecursionError
# expect: first second
# expect: a b
# expect: b ('TypeError', '__bool__ should return bool, returned int')
