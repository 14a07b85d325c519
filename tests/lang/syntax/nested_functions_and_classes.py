# definitions inside definitions
def f(n):
    class C:
        def m(self):
            def g(x):
                return x + n
            return g(1)
    return C().m()
print(f(5))
# expect: 6
