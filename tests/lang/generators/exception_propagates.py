# an exception ends the generator
def g():
    yield 1
    1 / 0
it = g()
print(next(it))
try:
    next(it)
except ZeroDivisionError as e:
    print(e)
print(list(it))
# expect: 1
# expect: division by zero
# expect: []
