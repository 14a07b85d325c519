# defaults are evaluated once, at the definition
n = 5
def f(a, b=n, c=[]):
    c.append(a)
    return a, b, c
n = 9
print(f(1), f(2, 3), f(4, c=[0]), f.__defaults__)
# expect: (1, 5, [1, 2]) (2, 3, [1, 2]) (4, 5, [0, 4]) (5, [1, 2])
