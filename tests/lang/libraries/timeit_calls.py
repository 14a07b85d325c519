# timeit: statements as text and as functions
import timeit

print(timeit.timeit('x=1', number=10)>=0, len(timeit.repeat(lambda: 1, number=2, repeat=3)), timeit.Timer('y=z+1','z=2').timeit(5)>=0)
n=5
print(timeit.timeit('n+1', globals=globals(), number=3)>=0)
# expect: True 3 True
# expect: True
