# collections.namedtuple
from collections import namedtuple
P = namedtuple("P", "x y", defaults=[0])
p = P(1)
print(p, p.x, p._replace(y=5), p._asdict(), P._fields, p == (1, 0), P(*[3, 4]))
# expect: P(x=1, y=0) 1 P(x=1, y=5) {'x': 1, 'y': 0} ('x', 'y') True P(x=3, y=4)
