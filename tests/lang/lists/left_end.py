# Taking and adding at the left end, mixed with everything else
import random

random.seed(1)
items, copy = [], []
for k in range(3000):
    dice = random.random()
    if dice < 0.3:
        items.insert(0, k)
        copy = [k] + copy
    elif dice < 0.5:
        items.append(k)
        copy = copy + [k]
    elif dice < 0.8 and items:
        assert items.pop(0) == copy[0]
        copy = copy[1:]
    elif dice < 0.9 and items:
        assert items.pop() == copy[-1]
        copy = copy[:-1]
    elif dice < 0.95:
        items.sort()
        copy = sorted(copy)
    else:
        items[1:3] = [7, 8, 9]
        copy = copy[:1] + [7, 8, 9] + copy[3:]
    assert items == copy
print(len(items), sum(items))
# expect: 386 737056
