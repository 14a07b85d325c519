# A subclass of list, tuple, set or frozenset takes keywords only if it has its own constructor
class L(list): pass
class T(tuple): pass
class S(set): pass
class F(frozenset): pass
class OwnNew(list):
    def __new__(cls, *args, **named): return super().__new__(cls)
class OwnInit(tuple):
    def __init__(self, *args, **named): self.named = named
for cls in (L, T, S, F):
    try:
        cls("ab", size=1)
    except TypeError as e:
        print(e)
# expect: list() takes no keyword arguments
# expect: tuple() takes no keyword arguments
# expect: set() takes no keyword arguments
# expect: frozenset() takes no keyword arguments
print(OwnNew("ab", size=1))  # expect: ['a', 'b']
print(OwnInit("ab", size=1), OwnInit("ab", size=1).named)  # expect: ('a', 'b') {'size': 1}
