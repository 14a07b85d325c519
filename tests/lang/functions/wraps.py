# functools.wraps keeps the name
from functools import wraps
def deco(f):
    @wraps(f)
    def inner(*a):
        "inner"
        return f(*a)
    return inner
@deco
def hello(x):
    "says hello"
    return x
print(hello.__name__, hello.__doc__, hello(3), hello.__wrapped__(4))
# expect: hello says hello 3 4
