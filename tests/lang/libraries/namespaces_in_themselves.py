# types.SimpleNamespace: repr() of one that holds itself
import types


class Space(types.SimpleNamespace):
    pass


n = types.SimpleNamespace(a=1)
n.items = [n]
s = Space(n=n)
n.back = s
print(n)
print(s)
s.s = {"k": s}
print(s, s.s)
# expect: namespace(a=1, items=[namespace(...)], back=Space(n=namespace(...)))
# expect: Space(n=namespace(a=1, items=[namespace(...)], back=Space(...)))
# expect: Space(n=namespace(a=1, items=[namespace(...)], back=Space(...)), s={'k': Space(...)}) {'k': Space(n=namespace(a=1, items=[namespace(...)], back=Space(...)), s={...})}
