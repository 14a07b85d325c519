# id, hash and callable
a = []
print(id(a) == id(a), callable(len), callable(a), callable(int), callable(lambda: 1), hash("a") == hash("a"), hash(()) == hash(()))
try:
    hash([])
except TypeError as e:
    print(e)
# expect: True True False True True True True
# expect: unhashable type: 'list'
