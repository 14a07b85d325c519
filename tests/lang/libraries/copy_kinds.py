# copies of lists that hold themselves, deep copies of instances
import copy
a = [1, [2], {"k": [3]}]
a.append(a)
b, c = copy.copy(a), copy.deepcopy(a)
a[1].append(9)
print(b[1], c[1], c[3] is c, b[3] is a)
class P:
    def __init__(self): self.l = [1]
p = P()
q = copy.deepcopy(p)
q.l.append(2)
print(p.l, q.l)
# expect: [2, 9] [2] True True
# expect: [1] [1, 2]
