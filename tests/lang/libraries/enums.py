# Enumerations.
from enum import Enum, Flag, IntEnum, IntFlag, StrEnum, auto, unique


class Color(Enum):
    RED = 1
    GREEN = 2
    BLUE = auto()
    CRIMSON = 1

    def describe(self):
        return self.name.lower()


print(Color.RED, repr(Color.GREEN), Color.BLUE.value, Color.CRIMSON is Color.RED, Color.RED.describe())
print(list(Color), len(Color), Color(2), Color["BLUE"], Color.RED in Color, isinstance(Color.RED, Color))
print(Color.__members__.keys(), Color.RED == 1, Color.RED == Color.RED, hash(Color.RED) == hash("RED"))
for bad in (lambda: Color(9), lambda: Color["NONE"], lambda: setattr(Color, "RED", 5), lambda: Color.RED < Color.BLUE):
    try:
        bad()
    except Exception as error:
        print(type(error).__name__, error)


class Level(IntEnum):
    LOW = 1
    HIGH = 10


print(Level.LOW < Level.HIGH, Level.HIGH + 1, Level.LOW == 1, str(Level.LOW), repr(Level.LOW), "%d" % Level.HIGH)
print(f"{Level.HIGH}", f"{Color.RED}", sorted([Level.HIGH, Level.LOW]), [0, 1, 2][Level.LOW])


class Name(StrEnum):
    FIRST = auto()
    SECOND = "two"


print(Name.FIRST, Name.SECOND.upper(), Name.FIRST == "first", repr(Name.SECOND))


class Access(Flag):
    READ = auto()
    WRITE = auto()
    RUN = auto()
    ALL = READ | WRITE | RUN


both = Access.READ | Access.WRITE
print(both, repr(both), Access.READ in both, Access.RUN in both, bool(Access(0)), both & Access.READ)
print(Access.ALL, ~Access.READ, both ^ Access.READ, list(both), len(Access.ALL), both.value, Access(5))


class Bits(IntFlag):
    A = 1
    B = 2


print(Bits.A | Bits.B, repr(Bits.A | Bits.B), Bits.A | 8, (Bits.A | Bits.B) == 3, Bits(3) & Bits.B)


class Planet(Enum):
    EARTH = (5.97, 6.37)
    MARS = (0.64, 3.39)

    def __init__(self, mass, radius):
        self.mass = mass
        self.radius = radius

    @property
    def ratio(self):
        return round(self.mass / self.radius, 3)


print(Planet.EARTH.mass, Planet.MARS.ratio, Planet.EARTH.value)


class Shape(Enum):
    SQUARE = "square"
    CIRCLE = "circle"

    @classmethod
    def _missing_(cls, value):
        return cls.CIRCLE if value == "round" else None

    def __str__(self):
        return "shape " + self.value


print(Shape("round"), f"{Shape.SQUARE}", {Shape.SQUARE: 1}[Shape("square")])
Animal = Enum("Animal", "CAT DOG")
print(list(Animal), Animal.DOG.value, Enum("Pair", {"x": 5, "y": 6}).y)
try:
    @unique
    class Twice(Enum):
        A = 1
        B = 1
except ValueError as error:
    print(error)
try:
    class More(Color):
        PINK = 4
except TypeError as error:
    print(error)
# expect: Color.RED <Color.GREEN: 2> 3 True red
# expect: [<Color.RED: 1>, <Color.GREEN: 2>, <Color.BLUE: 3>] 3 Color.GREEN Color.BLUE True True
# expect: dict_keys(['RED', 'GREEN', 'BLUE', 'CRIMSON']) False True True
# expect: ValueError 9 is not a valid Color
# expect: KeyError 'NONE'
# expect: AttributeError cannot reassign member 'RED'
# expect: TypeError '<' not supported between instances of 'Color' and 'Color'
# expect: True 11 True 1 <Level.LOW: 1> 10
# expect: 10 Color.RED [<Level.LOW: 1>, <Level.HIGH: 10>] 1
# expect: first TWO True <Name.SECOND: 'two'>
# expect: Access.READ|WRITE <Access.READ|WRITE: 3> True False False Access.READ
# expect: Access.ALL Access.WRITE|RUN Access.WRITE [<Access.READ: 1>, <Access.WRITE: 2>] 3 3 Access.READ|RUN
# expect: 3 <Bits.A|B: 3> 9 True 2
# expect: 5.97 0.189 (5.97, 6.37)
# expect: shape circle shape square 1
# expect: [<Animal.CAT: 1>, <Animal.DOG: 2>] 2 Pair.y
# expect: duplicate values found in <enum 'Twice'>: B -> A
# expect: <enum 'More'> cannot extend <enum 'Color'>
