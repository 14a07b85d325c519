# A ring of contexts that a program has made does not make raising wait for ever
first, second, third = ValueError(1), ValueError(2), ValueError(3)
first.__context__ = second
second.__context__ = third
third.__context__ = second
try:
    try:
        raise first
    except ValueError:
        raise KeyError(4)
except KeyError as error:
    print(error.__context__ is first, first.__context__ is second)
# expect: True True
