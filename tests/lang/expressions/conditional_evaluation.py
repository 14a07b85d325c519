# only one branch runs
def boom():
    raise ValueError
print(1 if True else boom(), boom() if False else 2, True or boom(), False and boom())
# expect: 1 2 True False
