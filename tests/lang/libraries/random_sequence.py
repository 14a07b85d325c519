# random gives CPython's sequence
import random
random.seed(42)
print(random.random(), random.randint(1, 100), random.choice("abc"), random.sample(range(10), 3), random.uniform(0, 1), random.gauss(0, 1))
r = random.Random(7)
l = list(range(5))
r.shuffle(l)
print(l, r.randrange(0, 100, 5), r.choices("ab", k=3), r.getrandbits(16))
# expect: 0.6394267984578837 4 c [4, 3, 8] 0.1395379285251439 1.3138731944620898
# expect: [4, 0, 3, 1, 2] 10 ['b', 'a', 'b'] 59618
