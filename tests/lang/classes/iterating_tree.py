# a recursive generator method over a tree of instances
class Node:
    def __init__(self, v, left=None, right=None):
        self.v, self.left, self.right = v, left, right
    def __iter__(self):
        if self.left:
            yield from self.left
        yield self.v
        if self.right:
            yield from self.right
t = Node(4, Node(2, Node(1), Node(3)), Node(6, None, Node(7)))
print(list(t), sum(t), 6 in t)
# expect: [1, 2, 3, 4, 6, 7] 23 True
