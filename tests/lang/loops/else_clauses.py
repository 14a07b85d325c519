# else of for and while runs without break
for n in range(3):
    pass
else:
    print("for else")
for n in range(3):
    break
else:
    print("never")
k = 0
while k < 2:
    k += 1
else:
    print("while else", n, k)
# expect: for else
# expect: while else 0 2
