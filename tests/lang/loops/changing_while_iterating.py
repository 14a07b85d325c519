# A list may grow while a loop runs over it; a dict may not.
items = [1, 2, 3]
for x in items:
    if x < 3:
        items.append(x + 10)
print(items)  # expect: [1, 2, 3, 11, 12]
table = {"a": 1, "b": 2}
try:
    for key in table:
        table[key + "x"] = 0
except RuntimeError as error:
    print(error)  # expect: dictionary changed size during iteration
names = {1, 2}
try:
    for x in names:
        names.add(x + 10)
except RuntimeError as error:
    print(error)  # expect: Set changed size during iteration
for key in list(table):
    del table[key]
print(table)  # expect: {}
