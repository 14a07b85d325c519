# slice objects and indices
class S:
    def __getitem__(self, k): return k
s = S()
print(s[1:2], s[::2], s[1:2, ...], s[:], slice(5).indices(3), slice(None, None, -1).indices(4), slice(1, 5, 2).step)
# expect: slice(1, 2, None) slice(None, None, 2) (slice(1, 2, None), Ellipsis) slice(None, None, None) (0, 3, 1) (3, -1, -1) 2
