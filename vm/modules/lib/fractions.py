"""Rational numbers."""
import math
import numbers
import operator
import re

_FORMAT = re.compile(r"\s*(?P<sign>[-+]?)(?=\d|\.\d)(?P<num>\d*|\d+(?:_\d+)*)"
                     r"(?:(?:\s*/\s*(?P<denom>\d+(?:_\d+)*))?"
                     r"|(?:\.(?P<decimal>\d*|\d+(?:_\d+)*))?(?:[eE](?P<exp>[-+]?\d+(?:_\d+)*))?)"
                     r"\s*\Z")


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
        found = _FORMAT.match(value)
        if found is None:
            raise ValueError("Invalid literal for Fraction: %r" % value)
        n, d = int(found["num"] or "0"), int(found["denom"] or "1")
        if not found["denom"]:
            decimal = (found["decimal"] or "").replace("_", "")
            if decimal:
                d = 10 ** len(decimal)
                n = n * d + int(decimal)
            exponent = int(found["exp"] or "0")
            if exponent >= 0:
                n *= 10 ** exponent
            else:
                d *= 10 ** -exponent
        return (-n if found["sign"] == "-" else n), d

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
        # The last two convergents of the continued fraction are the bounds.
        p0, q0, p1, q1 = 0, 1, 1, 0
        n, d = self._numerator, self._denominator
        while True:
            a = n // d
            q2 = q0 + a * q1
            if q2 > max_denominator:
                break
            p0, q0, p1, q1 = p1, q1, p0 + a * p1, q2
            n, d = d, n - a * d
        k = (max_denominator - q0) // q1
        bound = Fraction(p0 + k * p1, q0 + k * q1)
        other = Fraction(p1, q1)
        return other if abs(other - self) <= abs(bound - self) else bound

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

    def __floordiv__(a, b):
        if isinstance(b, float):
            return float(a) // b
        b = _rational(b)
        if b is None:
            return NotImplemented
        return (a._numerator * b.denominator) // (a._denominator * b.numerator)

    def __rfloordiv__(b, a):
        if isinstance(a, float):
            return a // float(b)
        a = _rational(a)
        return NotImplemented if a is None else Fraction(a) // b

    def __mod__(a, b):
        if isinstance(b, float):
            return float(a) % b
        b = _rational(b)
        return NotImplemented if b is None else a - b * (a // b)

    def __rmod__(b, a):
        if isinstance(a, float):
            return a % float(b)
        a = _rational(a)
        return NotImplemented if a is None else Fraction(a) % b

    def __divmod__(a, b):
        return a // b, a % b

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
        return -(-a._numerator // a._denominator) if a._numerator < 0 else (
            a._numerator // a._denominator)

    def __floor__(a):
        return a._numerator // a._denominator

    def __ceil__(a):
        return -(-a._numerator // a._denominator)

    def __round__(self, ndigits=None):
        if ndigits is None:
            floor, rest = divmod(self._numerator, self._denominator)
            twice = rest * 2
            if twice == self._denominator:
                return floor + floor % 2
            return floor + (twice > self._denominator)
        shift = 10 ** abs(ndigits)
        if ndigits > 0:
            return Fraction(round(self * shift), shift)
        return Fraction(round(self / shift) * shift)

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


def _rational(value):
    return value if isinstance(value, (int, numbers.Rational)) else None


def _add(a, b):
    """By Knuth, TAOCP 2, 4.5.1: two gcds of smaller numbers than one of the sum."""
    na, da, nb, db = a.numerator, a.denominator, b.numerator, b.denominator
    g = math.gcd(da, db)
    if g == 1:
        return Fraction._made(na * db + da * nb, da * db)
    s = da // g
    t = na * (db // g) + nb * s
    g2 = math.gcd(t, g)
    if g2 == 1:
        return Fraction._made(t, s * db)
    return Fraction._made(t // g2, s * (db // g2))


def _sub(a, b):
    return _add(a, -b)


def _mul(a, b):
    na, da, nb, db = a.numerator, a.denominator, b.numerator, b.denominator
    g1, g2 = math.gcd(na, db), math.gcd(nb, da)
    return Fraction._made((na // g1) * (nb // g2), (da // g2) * (db // g1))


def _div(a, b):
    na, da, nb, db = a.numerator, a.denominator, b.numerator, b.denominator
    if nb == 0:
        raise ZeroDivisionError("Fraction(%s, 0)" % (na * db))
    g1, g2 = math.gcd(na, nb), math.gcd(db, da)
    return Fraction._made((na // g1) * (db // g2), (nb // g1) * (da // g2))


def _operators(exact, inexact):
    def forward(a, b):
        if isinstance(b, (int, Fraction)):
            return exact(a, b)
        if isinstance(b, float):
            return inexact(float(a), b)
        return NotImplemented

    def reverse(b, a):
        if isinstance(a, numbers.Rational):
            return exact(a, b)
        if isinstance(a, numbers.Real):
            return inexact(float(a), float(b))
        return NotImplemented

    return forward, reverse


for _name, _exact in (("add", _add), ("sub", _sub), ("mul", _mul), ("truediv", _div)):
    _forward, _reverse = _operators(_exact, getattr(operator, _name))
    setattr(Fraction, "__%s__" % _name, _forward)
    setattr(Fraction, "__r%s__" % _name, _reverse)
