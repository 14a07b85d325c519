# pop from both ends and errors
a = [1, 2, 3, 4]
print(a.pop(), a.pop(0), a.pop(-1), a)
for f in (lambda: a.pop(5), lambda: [].pop()):
    try:
        f()
    except IndexError as e:
        print(e)
# expect: 4 1 3 [2]
# expect: pop index out of range
# expect: pop from empty list
