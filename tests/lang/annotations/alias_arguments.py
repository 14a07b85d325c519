# What types.GenericAlias does not take.
from collections.abc import Callable
from types import GenericAlias

for attempt in (lambda: GenericAlias.__new__(5, list, int), lambda: Callable[()],
                lambda: Callable[[int]], lambda: isinstance([], GenericAlias(list, int))):
    try:
        print(attempt())
    except TypeError as error:
        print(str(error).replace("types.", ""))
# expect: GenericAlias.__new__(X): X is not a type object (int)
# expect: Callable must be used as Callable[[arg, ...], result].
# expect: Callable must be used as Callable[[arg, ...], result].
# expect: isinstance() argument 2 cannot be a parameterized generic
print(GenericAlias(5, 3))  # expect: 5[3]
