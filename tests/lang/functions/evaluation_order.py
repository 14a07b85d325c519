# arguments are evaluated from left to right
def say(n):
    print(n, end=" ")
    return n
def f(*a, **k):
    return a, k
print(f(say(1), say(2), *[say(3)], x=say(4), **{"y": say(5)}), say(6) + say(7) * say(8))
# expect: 1 2 3 4 5 6 7 8 ((1, 2, 3), {'x': 4, 'y': 5}) 62
