# Augmented assignment computes its target once and works in place where the type can.
calls = []


def where():
    calls.append(1)
    return 0


items = [[1], 2]
items[where()] += [5]
items[1] **= 3
print(items, len(calls))  # expect: [[1, 5], 8] 1
a = b = [1]
a += (2, 3)
print(b)  # expect: [1, 2, 3]
t = u = (1,)
t += (2,)
print(t, u)  # expect: (1, 2) (1,)
n = 7
n //= 2
n <<= 4
n |= 1
n ^= 3
n &= ~2
n %= 9
n -= 1
n *= -2
print(n)  # expect: -4
s = {1, 2}
s |= {3}
s -= {1}
s ^= {3, 4}
print(s)  # expect: {2, 4}
x = ([],)
try:
    x[0] += [1]
except TypeError as error:
    print(error, x)  # expect: 'tuple' object does not support item assignment ([1],)
