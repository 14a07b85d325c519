"""Rational numbers."""
import math
import numbers
import operator
import re

_DIGITS = r"\d+(?:_\d+)*"
_RATIO = re.compile(rf"\s*([-+]?)({_DIGITS})(?:/({_DIGITS}))?\s*")
_DECIMAL = re.compile(
    rf"\s*([-+]?)(?=\.?\d)({_DIGITS})?(?:\.({_DIGITS})?)?(?:[eE]([-+]?{_DIGITS}))?\s*"
)


def _read(text):
    """The numerator and denominator that a text names, as 3/4 or as 0.75."""
    if ratio := _RATIO.fullmatch(text):
        sign, above, below = ratio.groups("1")
        n, d = int(above), int(below)
    elif decimal := _DECIMAL.fullmatch(text):
        sign, whole, rest, exponent = decimal.groups("")
        rest = rest.replace("_", "")
        n, shift = int((whole + rest) or "0"), int(exponent or "0") - len(rest)
        n, d = (n * 10**shift, 1) if shift >= 0 else (n, 10**-shift)
    else:
        raise ValueError(f"Invalid literal for Fraction: {text!r}")
    return (-n if sign == "-" else n), d


class Fraction(numbers.Rational):
    """A numerator and a denominator in lowest terms."""

    __slots__ = ("_numerator", "_denominator")

    def __new__(cls, numerator=0, denominator=None):
        if denominator is None:
            n, d = cls._parts(numerator)
        elif isinstance(numerator, (int, numbers.Rational)) and isinstance(
                denominator, (int, numbers.Rational)):
            n = numerator.numerator * denominator.denominator
            d = denominator.numerator * numerator.denominator
        else:
            raise TypeError("both arguments should be Rational instances")
        if d == 0:
            raise ZeroDivisionError("Fraction(%s, 0)" % n)
        common = math.gcd(n, d)
        return cls._made(n // common, d // common)

    @classmethod
    def _made(cls, n, d):
        """REQUIRES: no common divisor."""
        self = super().__new__(cls)
        if d < 0:
            n, d = -n, -d
        self._numerator, self._denominator = n, d
        return self

    @staticmethod
    def _parts(value):
        if isinstance(value, (int, numbers.Rational)):
            return value.numerator, value.denominator
        if isinstance(value, float) or hasattr(value, "as_integer_ratio"):
            return value.as_integer_ratio()
        if not isinstance(value, str):
            raise TypeError("argument should be a string or a Rational instance")
        return _read(value)

    @classmethod
    def from_float(cls, f):
        if not isinstance(f, (int, float)):
            raise TypeError("Fraction.from_float() only takes floats, not %r (%s)"
                            % (f, type(f).__name__))
        return cls(*f.as_integer_ratio())

    @classmethod
    def from_decimal(cls, dec):
        return cls(*dec.as_integer_ratio())

    @property
    def numerator(self):
        return self._numerator

    @property
    def denominator(self):
        return self._denominator

    def as_integer_ratio(self):
        return self._numerator, self._denominator

    def limit_denominator(self, max_denominator=1000000):
        if max_denominator < 1:
            raise ValueError("max_denominator should be at least 1")
        if self._denominator <= max_denominator:
            return Fraction(self)
        # Convergents of the continued fraction, each the last one's terms times the next quotient
        # plus those before, until one is too large; the best is the last one or, with a smaller
        # factor, what would have followed.
        before, last = (0, 1), (1, 0)
        above, below = self._numerator, self._denominator
        while True:
            quotient, rest = divmod(above, below)
            if before[1] + quotient * last[1] > max_denominator:
                break
            before, last = last, tuple(b + quotient * c for b, c in zip(before, last))
            above, below = below, rest
        factor = (max_denominator - before[1]) // last[1]
        candidates = Fraction(*last), Fraction(*(b + factor * c for b, c in zip(before, last)))
        return min(candidates, key=lambda candidate: abs(candidate - self))

    def __repr__(self):
        return "%s(%s, %s)" % (type(self).__name__, self._numerator, self._denominator)

    def __str__(self):
        if self._denominator == 1:
            return str(self._numerator)
        return "%s/%s" % (self._numerator, self._denominator)

    def __hash__(self):
        modulus = (1 << 61) - 1
        try:
            inverse = pow(self._denominator, -1, modulus)
        except ValueError:
            value = 314159
        else:
            value = hash(hash(abs(self._numerator)) * inverse)
        result = value if self._numerator >= 0 else -value
        return -2 if result == -1 else result

    def __pow__(a, b):
        if isinstance(b, numbers.Rational) and b.denominator == 1:
            power, n, d = b.numerator, a._numerator, a._denominator
            if power >= 0:
                return Fraction._made(n ** power, d ** power)
            if n == 0:
                raise ZeroDivisionError("Fraction(%s, 0)" % d ** -power)
            return Fraction._made(d ** -power, n ** -power)
        return float(a) ** float(b)

    def __rpow__(b, a):
        if b._denominator == 1 and b._numerator >= 0:
            return a ** b._numerator
        return a ** float(b)

    def __pos__(a):
        return Fraction._made(a._numerator, a._denominator)

    def __neg__(a):
        return Fraction._made(-a._numerator, a._denominator)

    def __abs__(a):
        return Fraction._made(abs(a._numerator), a._denominator)

    def __int__(a):
        return a.__trunc__()

    def __trunc__(a):
        return a.__floor__() if a._numerator >= 0 else a.__ceil__()

    def __floor__(a):
        return a._numerator // a._denominator

    def __ceil__(a):
        return -(-a._numerator // a._denominator)

    def __round__(self, ndigits=None):
        if ndigits is not None:
            unit = Fraction(10) ** -ndigits
            return Fraction(round(self / unit) * unit)
        below = self.__floor__()
        # Twice the distance to the next lower int tells which is nearer; a half goes to the even.
        twice = 2 * (self._numerator - below * self._denominator) - self._denominator
        return below + (twice > 0 or twice == 0 and below % 2)

    def __bool__(a):
        return bool(a._numerator)

    def __eq__(a, b):
        if isinstance(b, numbers.Rational):
            return a._numerator == b.numerator and a._denominator == b.denominator
        if isinstance(b, float):
            return math.isfinite(b) and a == Fraction.from_float(b)
        return NotImplemented

    def _compare(self, other, op):
        if isinstance(other, numbers.Rational):
            return op(self._numerator * other.denominator, self._denominator * other.numerator)
        if isinstance(other, float):
            if not math.isfinite(other):
                return op(0.0, other)
            return op(self, Fraction.from_float(other))
        return NotImplemented

    def __lt__(a, b):
        return a._compare(b, operator.lt)

    def __gt__(a, b):
        return a._compare(b, operator.gt)

    def __le__(a, b):
        return a._compare(b, operator.le)

    def __ge__(a, b):
        return a._compare(b, operator.ge)

    def __reduce__(self):
        return type(self), (self._numerator, self._denominator)

    def __copy__(self):
        return self if type(self) is Fraction else type(self)(self._numerator, self._denominator)

    def __deepcopy__(self, memo):
        return self.__copy__()


# The operations, on numerators and denominators in lowest terms. Each divides common factors out
# of the smaller numbers first, as Knuth does (TAOCP 2, 4.5.1).
def _add(a, b):
    left, right = a.denominator, b.denominator
    common = math.gcd(left, right)
    if common == 1:
        return Fraction._made(a.numerator * right + b.numerator * left, left * right)
    right //= common
    total = a.numerator * right + b.numerator * (left // common)
    again = math.gcd(total, common)
    return Fraction._made(total // again, left // again * right)


def _sub(a, b):
    return _add(a, -b)


def _mul(a, b):
    return _product(a.numerator, a.denominator, b.numerator, b.denominator)


def _div(a, b):
    if b.numerator == 0:
        sign = (a.numerator > 0) - (a.numerator < 0)
        raise ZeroDivisionError(f"Fraction({sign}, 0)")
    return _product(a.numerator, a.denominator, b.denominator, b.numerator)


def _product(above, below, more_above, more_below):
    across, back = math.gcd(above, more_below), math.gcd(more_above, below)
    return Fraction._made(
        above // across * (more_above // back), below // back * (more_below // across)
    )


def _floordiv(a, b):
    return a.numerator * b.denominator // (a.denominator * b.numerator)


def _mod(a, b):
    rest = a.numerator * b.denominator % (a.denominator * b.numerator)
    return Fraction(rest, a.denominator * b.denominator)


def _divmod(a, b):
    return _floordiv(a, b), _mod(a, b)


_EXACT = int, Fraction, numbers.Rational  # the frequent ones first


def _define(name, exact, with_floats):
    """Gives Fraction the operator: exact with what is rational, else that of floats."""

    def forward(self, other):
        if isinstance(other, _EXACT):
            return exact(self, other)
        return with_floats(float(self), other) if isinstance(other, float) else NotImplemented

    def backward(self, other):
        if isinstance(other, _EXACT):
            return exact(other, self)
        if isinstance(other, numbers.Real):
            return with_floats(float(other), float(self))
        return NotImplemented

    setattr(Fraction, f"__{name}__", forward)
    setattr(Fraction, f"__r{name}__", backward)


for _name, _exact in {"add": _add, "sub": _sub, "mul": _mul, "truediv": _div,
                      "floordiv": _floordiv, "mod": _mod, "divmod": _divmod}.items():
    _define(_name, _exact, divmod if _name == "divmod" else getattr(operator, _name))
