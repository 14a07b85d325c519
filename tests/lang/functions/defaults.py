# A default value is computed once, when the function is defined.
count = 0


def tick():
    global count
    count += 1
    return count


def f(a, b=tick(), c=[]):
    c.append(a)
    return a, b, c


print(f(1))  # expect: (1, 1, [1])
print(f(2))  # expect: (2, 1, [1, 2])
print(f(3, 9, []))  # expect: (3, 9, [3])
print(count)  # expect: 1
print(f.__defaults__[0])  # expect: 1
