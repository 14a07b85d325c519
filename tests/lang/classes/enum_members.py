# enum classes
from enum import Enum, IntEnum, auto, Flag
class C(Enum):
    RED = 1
    GREEN = auto()
    CRIMSON = 1
class N(IntEnum):
    ONE = 1
class F(Flag):
    A = 1
    B = 2
print(C.RED, C.GREEN.value, C(2), C["RED"], C.CRIMSON is C.RED, list(C), C.RED.name, repr(C.RED), N.ONE + 1, N.ONE == 1, F.A | F.B, F.A in (F.A | F.B))
try:
    C(9)
except ValueError as e:
    print(e)
# expect: C.RED 2 C.GREEN C.RED True [<C.RED: 1>, <C.GREEN: 2>] RED <C.RED: 1> 2 True F.A|B True
# expect: 9 is not a valid C
