"""Trees that are built, walked and dropped.

Stresses: allocation and release of many small objects; nothing is shared.
Parameters: --threads N, --size N (trees in all), --depth D, --each.
Checksum: the nodes counted.
"""
import common


class Node:
    __slots__ = ("left", "right")

    def __init__(self, left, right):
        self.left = left
        self.right = right

    def count(self):
        if self.left is None:
            return 1
        return 1 + self.left.count() + self.right.count()


def tree(depth):
    if depth == 0:
        return Node(None, None)
    return Node(tree(depth - 1), tree(depth - 1))


def main():
    opts = common.options(size=16, depth=8)
    depth = opts["depth"]

    def work(first, end):
        kept = tree(depth)
        nodes = 0
        for k in range(first, end):
            nodes += tree(depth - k % 3).count()
        return nodes + kept.count() - (2 ** (depth + 1) - 1)

    print("nodes %d" % sum(common.run(opts, work)))


main()
