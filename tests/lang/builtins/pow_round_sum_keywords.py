# keyword arguments of built-in functions
print(pow(base=2, exp=3), pow(2, 3, mod=5), round(number=2.5), round(2.567, ndigits=1), sum([1], start=2), int("11", base=2), sorted([2, 1], reverse=True), "a b".split(maxsplit=1), enumerate(["a"], start=3).__next__())
try:
    len(obj=[])
except TypeError as e:
    print(e)
# expect: 8 3 2 2.6 3 3 [2, 1] ['a', 'b'] (3, 'a')
# expect: len() takes no keyword arguments
