# a true result of __exit__ swallows the exception
class S:
    def __enter__(self): return self
    def __exit__(self, t, v, tb): return t is KeyError
with S():
    {}["k"]
print("after")
try:
    with S():
        1 / 0
except ZeroDivisionError:
    print("not swallowed")
# expect: after
# expect: not swallowed
