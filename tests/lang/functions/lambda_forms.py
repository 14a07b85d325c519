# lambdas with all kinds of parameters
print((lambda: 1)(), (lambda a, b=2, *c, d=4, **e: (a, b, c, d, e))(1, 2, 3, d=5, z=6), (lambda x: (lambda y: x + y))(1)(2))
# expect: 1 (1, 2, (3,), 5, {'z': 6}) 3
