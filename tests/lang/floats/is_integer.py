# is_integer and conversion
print((2.0).is_integer(), (2.5).is_integer(), float("inf").is_integer(), int(2.0), (1e22).is_integer())
# expect: True False False 2 True
