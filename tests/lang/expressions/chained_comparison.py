# each operand is evaluated once
def say(n):
    print(n, end=" ")
    return n
print(say(1) < say(2) < say(3), say(3) < say(2) < say(1), 1 < 2 > 1 == 1 != 2)
# expect: 1 2 3 3 2 True False True
