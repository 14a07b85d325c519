# what can stand in except
try:
    try:
        1 / 0
    except "text":
        pass
except TypeError as e:
    print(e)
# expect: catching classes that do not inherit from BaseException is not allowed
