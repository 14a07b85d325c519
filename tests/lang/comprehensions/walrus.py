# := in comprehensions and conditions
print([y for x in range(5) if (y := x * 2) > 2], y)
if (n := len("abc")) > 2:
    print(n)
while (k := n) > 1:
    n -= 1
print(k, n)
# expect: [4, 6, 8] 8
# expect: 3
# expect: 1 1
