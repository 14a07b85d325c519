# global makes and changes module variables
def f():
    global made, x
    made = 1
    x += 5
x = 1
f()
print(made, x)
# expect: 1 6
