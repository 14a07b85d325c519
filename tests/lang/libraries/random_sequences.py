# The sequences of random for the same seed, its functions and their errors.
import random

random.seed(42)
print([random.random() for _ in range(3)])
print([random.randint(1, 100) for _ in range(8)], random.randrange(5, 50, 7), random.randrange(10))
print(random.choice("abcdef"), random.sample(range(1000), 5), random.sample(list("abcdefgh"), 3))
items = list(range(12))
random.shuffle(items)
print(items)
print(random.choices("xyz", k=6), random.choices([1, 2, 3], weights=[10, 1, 1], k=6))
print(random.choices([1, 2, 3], cum_weights=[1, 2, 9], k=4))
print(random.uniform(2, 5), random.gauss(0, 1), random.gauss(10, 2), random.normalvariate(1, 3))
print(random.triangular(0, 10, 3), random.expovariate(1.5), random.lognormvariate(0, 0.5))
print(random.betavariate(2, 3), random.gammavariate(2.5, 1.0), random.gammavariate(0.5, 2.0))
print(random.paretovariate(3), random.weibullvariate(1, 1.5), random.vonmisesvariate(0, 4))
print(random.getrandbits(1), random.getrandbits(32), random.getrandbits(64), random.getrandbits(200))
print(random.randbytes(5), random.randint(-10**30, 10**30))
for seed in (0, -7, 2**70, 3.5, True):
    one = random.Random(seed)
    print(seed, one.random(), one.getrandbits(16))
state = random.getstate()
first = [random.random(), random.gauss(0, 1)]
random.setstate(state)
print(first == [random.random(), random.gauss(0, 1)], state[0], len(state[1]))


class Fixed(random.Random):
    def random(self):
        return 0.25


print(Fixed(1).random(), Fixed(1).uniform(0, 8))
for bad in (lambda: random.randrange(0), lambda: random.randint(5, 1), lambda: random.choice([]),
            lambda: random.sample([1, 2], 3), lambda: random.randrange(1, 9, 0), lambda: random.sample({1, 2}, 1),
            lambda: random.choices([1], [1, 2]), lambda: random.seed([]), lambda: random.getrandbits(-1)):
    try:
        bad()
    except Exception as error:
        print(type(error).__name__, error)
print(0 <= random.SystemRandom().random() < 1, random.Random(5).sample(["a", "b"], counts=[3, 2], k=4))
# expect: [0.6394267984578837, 0.025010755222666936, 0.27502931836911926]
# expect: [29, 18, 95, 14, 87, 95, 70, 12] 33 6
# expect: a [30, 95, 223, 238, 517] ['a', 'e', 'b']
# expect: [5, 1, 9, 0, 2, 4, 7, 3, 6, 8, 10, 11]
# expect: ['y', 'x', 'z', 'y', 'x', 'x'] [2, 1, 1, 1, 1, 3]
# expect: [3, 3, 3, 3]
# expect: 4.585120700932332 -1.3807849337411071 8.541107116681655 -2.0273894916529835
# expect: 2.946462100225152 0.0554370149726601 0.774952967437713
# expect: 0.3299064755768272 1.2870348412086012 3.7943159785745553
# expect: 1.3676960506717282 0.3278283650832519 5.276578321310401
# expect: 1 3974524834 12694347471864137256 1247688926080266864782632040022862142356033695999374721827385
# expect: b'\r\xf3Q\x0e:' -143936075249792827830759741525
# expect: 0 0.8444218515250481 49673
# expect: -7 0.32383276483316237 9886
# expect: 1180591620717411303424 0.2327882718301838 27201
# expect: 3.5 0.3039190124834461 15082
# expect: True 0.13436424411240122 55537
# expect: True 3 625
# expect: 0.25 2.0
# expect: ValueError empty range for randrange()
# expect: ValueError empty range for randrange() (5, 2, -3)
# expect: IndexError Cannot choose from an empty sequence
# expect: ValueError Sample larger than population or is negative
# expect: ValueError zero step for randrange()
# expect: TypeError Population must be a sequence.  For dicts or sets, use sorted(d).
# expect: ValueError The number of weights does not match the population
# expect: TypeError The only supported seed types are: None,
# expect: int, float, str, bytes, and bytearray.
# expect: ValueError number of bits must be non-negative
# expect: True ['b', 'a', 'b', 'a']
