# dataclasses with defaults, order and frozen
from dataclasses import dataclass, field, asdict, replace
@dataclass(order=True)
class P:
    x: int
    y: int = 0
    tags: list = field(default_factory=list, compare=False)
@dataclass(frozen=True)
class F:
    a: int
p = P(1, tags=["t"])
print(p, p == P(1), P(1) < P(2), asdict(p), replace(p, y=5), F(1), hash(F(1)) == hash(F(1)))
try:
    F(1).a = 2
except Exception as e:
    print(type(e).__name__, e)
# expect: P(x=1, y=0, tags=['t']) True True {'x': 1, 'y': 0, 'tags': ['t']} P(x=1, y=5, tags=['t']) F(a=1) True
# expect: FrozenInstanceError cannot assign to field 'a'
