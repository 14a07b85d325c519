# __int__, __float__, __index__ and the functions that use them.
class Three:
    def __int__(self):
        return 3

    def __float__(self):
        return 3.5

    def __index__(self):
        return 3

    def __round__(self, n=None):
        return ("round", n)

    def __hash__(self):
        return 7


t = Three()
print(int(t), float(t), [0, 1, 2, 3, 4][t], "abcdef"[:t], hex(t), list(range(t)), [0] * t)
# expect: 3 3.5 3 abc 0x3 [0, 1, 2] [0, 0, 0]
print(round(t), round(t, 2), hash(t), chr(t))  # expect: ('round', None) ('round', 2) 7 
half = 0.5
try:
    [1, 2][half]
except TypeError as error:
    print(error)  # expect: list indices must be integers or slices, not float
