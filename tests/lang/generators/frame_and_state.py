# gi_frame tells where a generator stands, and is None at its end; inspect.getgeneratorstate
import inspect
def numbers():
    yield 1
    yield 2
it = numbers()
print(inspect.getgeneratorstate(it), it.gi_frame.f_code.co_name)  # expect: GEN_CREATED numbers
for _ in it:
    print(inspect.getgeneratorstate(it), it.gi_frame.f_lineno)
# expect: GEN_SUSPENDED 4
# expect: GEN_SUSPENDED 5
print(inspect.getgeneratorstate(it), it.gi_frame)  # expect: GEN_CLOSED None
it = numbers()
it.close()
print(inspect.getgeneratorstate(it), it.gi_frame)  # expect: GEN_CLOSED None
def own():
    print(inspect.getgeneratorstate(me), me.gi_frame is None)
    yield
me = own()
next(me)  # expect: GEN_RUNNING False
