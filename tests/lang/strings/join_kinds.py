# join takes any iterable of str
print("-".join("abc"), ",".join(str(n) for n in range(3)), "".join([]), "x".join(["a"]))
try:
    ",".join(["a", 1])
except TypeError as e:
    print(e)
# expect: a-b-c 0,1,2  a
# expect: sequence item 1: expected str instance, int found
