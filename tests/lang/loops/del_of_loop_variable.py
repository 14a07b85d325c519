# the variable remains after the loop
for i in range(3):
    pass
print(i)
for i in []:
    pass
print(i)
# expect: 2
# expect: 2
