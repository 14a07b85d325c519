# The else of a loop runs if the loop was not left by break.
for limit in (3, 10):
    for n in range(2, limit):
        if n * n == 16:
            print("found", n)
            break
    else:
        print("none below", limit)
for _ in []:
    pass
else:
    print("empty")
n = 3
while n:
    n -= 1
    if n == 1:
        continue
else:
    print("while else", n)
while True:
    break
else:
    print("never")
for i in range(3):
    pass
print("i stays", i)
# expect: none below 3
# expect: found 4
# expect: empty
# expect: while else 0
# expect: i stays 2
