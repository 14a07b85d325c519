# Protocols that can be checked at run time; TypedDict as a base; classes with variables
from typing import Generic, Protocol, TypedDict, TypeVar, runtime_checkable

T = TypeVar("T")


@runtime_checkable
class Sized(Protocol):
    def __len__(self) -> int: ...


class Plain(Protocol):
    def run(self): ...


print(isinstance([], Sized), isinstance(3, Sized), issubclass(dict, Sized))  # expect: True False True
try:
    isinstance(3, Plain)
except TypeError as error:
    print(error)
# expect: Instance and class checks can only be used with @runtime_checkable protocols
try:
    Plain()
except TypeError as error:
    print(error)  # expect: Protocols cannot be instantiated


class Runner(Plain):
    def __init__(self, name):
        self.name = name


print(Runner("r").name)  # expect: r


class Stack(Generic[T]):
    def __init__(self):
        self.items = []


print(Stack[int], Stack.__parameters__)  # expect: __main__.Stack[int] (~T,)
print(Stack[str]().items)  # expect: []


class Movie(TypedDict, total=False):
    name: str
    year: int


movie = Movie(name="x")
print(movie, type(movie), Movie.__annotations__ == {"name": str, "year": int}, Movie.__total__)
# expect: {'name': 'x'} <class 'dict'> True False
