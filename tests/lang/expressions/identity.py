# is and equality
a = [1]
b = a
print(a is b, a is not [1], None is None, a == [1])
# expect: True True True True
