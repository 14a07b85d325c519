# tuples of hashables are keys
d = {(1, "a"): 1, (1, ("b", 2)): 2}
print(d[(1, "a")], d[1, ("b", 2)], hash((1, 2)) == hash((1, 2)))
try:
    {([],): 1}
except TypeError as e:
    print(e)
# expect: 1 2 True
# expect: unhashable type: 'list'
