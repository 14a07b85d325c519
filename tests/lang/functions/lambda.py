# A lambda takes all kinds of parameters and sees the names around it.
add = lambda a, b=10, *c, d=1, **e: a + b + sum(c) + d + len(e)
print(add(1), add(1, 2), add(1, 2, 3, d=4, x=0))  # expect: 12 4 11
n = 5
print((lambda: n)())  # expect: 5
n = 6
print((lambda: n)(), (lambda x: (lambda y: x * y))(6)(7))  # expect: 6 42
print(sorted([3, -5, 2], key=lambda x: -x))  # expect: [3, 2, -5]
print((lambda: 0).__name__)  # expect: <lambda>
