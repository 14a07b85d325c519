# bisect
import bisect
a = [1, 2, 2, 3]
print(bisect.bisect(a, 2), bisect.bisect_left(a, 2), bisect.bisect_right(a, 5), bisect.bisect_left([("a", 1)], "a", key=lambda p: p[0]))
bisect.insort(a, 2)
print(a)
# expect: 3 1 4 0
# expect: [1, 2, 2, 2, 3]
