# Functions find each other by name when they are called, not when they are defined.
def even(n):
    return True if n == 0 else odd(n - 1)


def odd(n):
    return False if n == 0 else even(n - 1)


def depth(n):
    return 0 if n == 0 else 1 + depth(n - 1)


print(even(10), odd(7), even(501))  # expect: True True False
print(depth(900))  # expect: 900
