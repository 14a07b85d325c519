# if-else in the item
print(["even" if x % 2 == 0 else "odd" for x in range(3)], [x for x in range(10) if x > 2 if x < 6])
# expect: ['even', 'odd', 'even'] [3, 4, 5]
