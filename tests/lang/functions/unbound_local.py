# a local read before it is assigned
def f():
    print(v)
    v = 1
try:
    f()
except UnboundLocalError as e:
    print(e)
def g():
    del q
try:
    g()
except UnboundLocalError as e:
    print(e)
# expect: cannot access local variable 'v' where it is not associated with a value
# expect: cannot access local variable 'q' where it is not associated with a value
