# __eq__ without __hash__ makes instances unhashable
class A:
    def __eq__(self, o): return True
try:
    {A()}
except TypeError as e:
    print(e)
print(A() == 5, A() != 5, A.__hash__)
# expect: unhashable type: 'A'
# expect: True False None
