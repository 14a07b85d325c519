"""Pseudo-random numbers: the same as CPython's for the same seed.

What is drawn often is native (_Core); here are seeds, what ints of any size and other classes need,
and the distributions, each after the paper that it names.
"""
import math

# Only the names that random has had in public for long.
NV_MAGICCONST = 4 * math.exp(-0.5) / math.sqrt(2.0)
LOG4 = math.log(4.0)
SG_MAGICCONST = math.log(4.5) + 1.0
TWOPI = math.tau
BPF = 53
RECIP_BPF = math.ldexp(1.0, -BPF)


def _words_of(number):
    """The 32-bit words of an int without its sign, the lowest first."""
    size = max(1, (number.bit_length() + 31) // 32)
    digits = abs(number).to_bytes(4 * size, "little")
    return [int.from_bytes(digits[at : at + 4], "little") for at in range(0, 4 * size, 4)]


def _text_number(text):
    """What seeds of version 1 make of text: the hash that strings had once, without its secret."""
    number = ord(text[0]) << 7 if text else 0
    for letter in text:
        number = (number * 1000003 ^ ord(letter)) % 2**64
    number ^= len(text)
    return number if number != -1 else -2


def _seed_number(seed, version):
    """The int that a seed stands for, or None for one that differs each time."""
    if isinstance(seed, (str, bytes)) and version == 1:
        return _text_number(seed if isinstance(seed, str) else seed.decode("latin-1"))
    if isinstance(seed, (str, bytes, bytearray)) and version == 2:
        from hashlib import sha512

        data = seed.encode() if isinstance(seed, str) else bytes(seed)
        return int.from_bytes(data + sha512(data).digest(), "big")
    if seed is None or isinstance(seed, int):
        return seed
    if isinstance(seed, (float, str, bytes, bytearray)):
        return hash(seed) % 2**64
    raise TypeError(
        "The only supported seed types are: None,\nint, float, str, bytes, and bytearray."
    )


def _whole(value, what):
    """An int of what is one or, as until Python 3.11, of another number without a fraction."""
    if hasattr(value, "__index__"):
        return value.__index__()
    number = int(value)
    if number == value:
        return number
    raise ValueError(f"non-integer {what} for randrange()")


class Random(_Core):
    """A generator with a state of its own.

    A subclass may have its own random(), and getrandbits() if ints are to come from that.
    """

    VERSION = 3

    def __new__(cls, *args, **kwargs):
        self = _Core.__new__(cls)
        if cls is not Random:
            self._seed_key(_entropy())  # in case __init__ is another one
            self._look_at_class()
        return self

    def __init__(self, x=None):
        self.seed(x)

    def __setattr__(self, name, value):
        object.__setattr__(self, name, value)
        if name in ("random", "getrandbits"):
            self._look_at_class()

    def _class_with(self, *names):
        """That class of its own that is the first to have one of the names."""
        for base in type(self).__mro__:
            if any(name in vars(base) for name in names):
                return base

    def _floats_only(self):
        """Whether a subclass has brought floats, but no bits to make ints of."""
        return "getrandbits" not in vars(self._class_with("random", "getrandbits"))

    def _look_at_class(self):
        """Tells the native part which methods are not its own."""
        instance = vars(self)
        own_floats = "random" not in instance and self._class_with("random") is _Core
        base = self._class_with("random", "getrandbits")
        own_ints = "getrandbits" not in instance and base is _Core
        self._ask_class(own_floats, own_ints, self._floats_only())

    # ---- state
    def seed(self, a=None, version=2):
        """Starts anew from an int, float, str, bytes or bytearray; None: from what differs each time."""
        number = _seed_number(a, version)
        self._seed_key(_entropy() if number is None else _words_of(number))

    def getstate(self):
        words, spare = self._state()
        return self.VERSION, words, spare

    def setstate(self, state):
        version, *rest = state
        if version != self.VERSION:
            raise ValueError(
                f"state with version {version} passed to Random.setstate() of version {self.VERSION}"
            )
        words, spare = rest
        self._set_state(words, spare)

    def __getstate__(self):
        return self.getstate()

    def __setstate__(self, state):
        self.setstate(state)

    def __reduce__(self):
        return type(self), (), self.getstate()

    # ---- what the native methods leave to the language
    def _any_below(self, limit):
        """One of range(limit), from the bits or else the floats of a subclass."""
        if self._floats_only():
            steps = 2**BPF
            if limit >= steps:
                return math.floor(self.random() * limit)
            # Floats beyond the last full round would favour the lower numbers.
            full = (steps - steps % limit) / steps
            while (part := self.random()) >= full:
                pass
            return math.floor(part * steps) % limit
        bits = limit.bit_length()
        while (number := self.getrandbits(bits)) >= limit:
            pass
        return number

    def _any_bytes(self, size):
        return self.getrandbits(8 * size).to_bytes(size, "little")

    def _any_range(self, start, stop, step=None):
        first = _whole(start, "arg 1")
        if stop is None:
            if step is not None:
                raise TypeError("Missing a non-None stop argument")
            if first <= 0:
                raise ValueError("empty range for randrange()")
            return self._any_below(first)
        end = _whole(stop, "stop")
        stride = 1 if step is None else _whole(step, "step")
        if stride == 0:
            raise ValueError("zero step for randrange()")
        count = -((first - end) // stride) if stride > 0 else -((end - first) // -stride)
        if count > 0:
            return first + self._any_below(count) * stride
        where = f" ({first}, {end}, {end - first})" if stride == 1 else ""
        raise ValueError("empty range for randrange()" + where)

    # ---- several members of a sequence
    def sample(self, population, k, *, counts=None):
        """k different members; with counts, each member counts as so many."""
        sequence = hasattr(population, "__getitem__") and hasattr(population, "__len__")
        if not sequence or isinstance(population, dict):
            raise TypeError("Population must be a sequence.  For dicts or sets, use sorted(d).")
        size = len(population)
        if counts is not None:
            return self._counted_sample(population, k, list(counts))
        if not 0 <= k <= size:
            raise ValueError("Sample larger than population or is negative")
        return [population[at] for at in self._positions(size, k)]

    def _counted_sample(self, population, k, counts):
        from bisect import bisect
        from itertools import accumulate

        ends = list(accumulate(counts))
        if len(ends) != len(population):
            raise ValueError("The number of counts does not match the population")
        total = ends.pop()
        if not isinstance(total, int):
            raise TypeError("Counts must be integers")
        if total < 1:
            raise ValueError("Total of counts must be greater than zero")
        return [population[bisect(ends, place)] for place in self.sample(range(total), k)]

    def choices(self, population, weights=None, *, cum_weights=None, k=1):
        """k members, perhaps the same one more than once, with weights."""
        if weights is None and cum_weights is None:
            return [population[at] for at in self._picks(None, float(len(population)), k)]
        if cum_weights is None:
            cum_weights = _running_sums(weights)
        elif weights is not None:
            raise TypeError("Cannot specify both weights and cumulative weights")
        if len(cum_weights) != len(population):
            raise ValueError("The number of weights does not match the population")
        total = float(cum_weights[-1])
        if total <= 0.0:
            raise ValueError("Total of weights must be greater than zero")
        if not math.isfinite(total):
            raise ValueError("Total of weights must be finite")
        places = self._picks(cum_weights, total, k)
        if places is None:
            from bisect import bisect

            end = len(population) - 1
            places = [bisect(cum_weights, self.random() * total, 0, end) for _ in range(k)]
        return [population[at] for at in places]

    # ---- distributions
    def triangular(self, low=0.0, high=1.0, mode=None):
        """Between low and high, most likely at mode; in the middle without one."""
        part = self.random()
        peak = 0.5
        if mode is not None:
            if high == low:
                return low
            peak = (mode - low) / (high - low)
        if part > peak:  # seen from the other end
            part, peak, low, high = 1.0 - part, 1.0 - peak, high, low
        return low + math.sqrt(part * peak) * (high - low)

    def normalvariate(self, mu=0.0, sigma=1.0):
        """Kinderman and Monahan, "Computer generation of random variables using the ratio of uniform
        deviates" (1977)."""
        random = self.random
        while True:
            across = random()
            height = 1.0 - random()
            ratio = NV_MAGICCONST * (across - 0.5) / height
            if 0.25 * ratio * ratio <= -math.log(height):
                return mu + sigma * ratio

    def lognormvariate(self, mu, sigma):
        return math.exp(self.normalvariate(mu, sigma))

    def expovariate(self, lambd):
        return math.log(1.0 - self.random()) / -lambd

    def vonmisesvariate(self, mu, kappa):
        """Best and Fisher, "Efficient simulation of the von Mises distribution" (1979)."""
        if kappa <= 1e-6:  # the whole circle, nearly
            return self.random() * TWOPI
        half = 0.5 / kappa
        spread = half + math.sqrt(half * half + 1.0)
        while True:
            cosine = math.cos(math.pi * self.random())
            bound = cosine / (spread + cosine)
            test = self.random()
            if test < 1.0 - bound * bound or test <= math.exp(bound) * (1.0 - bound):
                break
        tight = 1.0 / spread
        turn = math.acos((tight + cosine) / (tight * cosine + 1.0))
        return (mu + (turn if self.random() > 0.5 else -turn)) % TWOPI

    def gammavariate(self, alpha, beta):
        if not (alpha > 0.0 and beta > 0.0):
            raise ValueError("gammavariate: alpha and beta must be > 0.0")
        if alpha == 1.0:
            return -math.log(1.0 - self.random()) * beta
        return (self._gamma_above_one if alpha > 1.0 else self._gamma_below_one)(alpha) * beta

    def _gamma_above_one(self, alpha):
        """Cheng, "The generation of gamma variables with non-integral shape parameter" (1977)."""
        root = math.sqrt(2.0 * alpha - 1.0)
        while True:
            first = self.random()
            if first <= 1e-7 or first >= 0.9999999:
                continue
            second = 1.0 - self.random()
            logit = math.log(first / (1.0 - first)) / root
            candidate = math.exp(logit) * alpha
            area = first * first * second
            slack = alpha - LOG4 + (alpha + root) * logit - candidate
            # The first test is cheap and settles most.
            if SG_MAGICCONST + slack - 4.5 * area >= 0.0 or slack >= math.log(area):
                return candidate

    def _gamma_below_one(self, alpha):
        """Ahrens and Dieter's algorithm GS, "Computer methods for sampling from gamma, beta, Poisson and
        binomial distributions" (1974)."""
        limit = (alpha + math.e) / math.e
        while True:
            point = self.random() * limit
            left = point <= 1.0
            candidate = point ** (1.0 / alpha) if left else -math.log((limit - point) / alpha)
            bound = math.exp(-candidate) if left else candidate ** (alpha - 1.0)
            if self.random() <= bound:
                return candidate

    def betavariate(self, alpha, beta):
        first = self.gammavariate(alpha, 1.0)
        return first / (first + self.gammavariate(beta, 1.0)) if first else 0.0

    def paretovariate(self, alpha):
        return (1.0 - self.random()) ** (-1.0 / alpha)

    def weibullvariate(self, alpha, beta):
        return (-math.log(1.0 - self.random())) ** (1.0 / beta) * alpha


def _running_sums(weights):
    from itertools import accumulate

    try:
        return list(accumulate(weights))
    except TypeError:
        if isinstance(weights, int):
            raise TypeError(
                f"The number of choices must be a keyword argument: k={weights!r}"
            ) from None
        raise


class SystemRandom(Random):
    """Numbers that no seed gives again."""

    def random(self):
        return (self.getrandbits(64) >> 11) * RECIP_BPF

    def getrandbits(self, k):
        if k < 0:
            raise ValueError("number of bits must be non-negative")
        number = have = 0
        while have < k:
            for word in _entropy():
                number = number << 32 | word
                have += 32
        return number >> (have - k)

    def seed(self, *args, **kwargs):
        """Does nothing."""

    def getstate(self, *args, **kwargs):
        raise NotImplementedError("System entropy source does not have state.")

    setstate = getstate


_shared = Random()
for _name in """seed getstate setstate random getrandbits randbytes randrange randint uniform gauss
        choice choices shuffle sample triangular normalvariate lognormvariate expovariate gammavariate
        vonmisesvariate betavariate paretovariate weibullvariate""".split():
    globals()[_name] = getattr(_shared, _name)
