# a class body sees enclosing functions, its methods not the body
def make(x):
    class C:
        y = x + 1
        def get(self):
            return x, C.y
    return C
print(make(1)().get(), make(5).y)
# expect: (1, 2) 6
