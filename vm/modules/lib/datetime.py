"""Dates, times of day, durations and time zones of fixed offset."""
import math as _math
import time as _time

MINYEAR, MAXYEAR = 1, 9999
_DAYS_BEFORE = (0, 0, 31, 59, 90, 120, 151, 181, 212, 243, 273, 304, 334)
_MONTHS = "JanFebMarAprMayJunJulAugSepOctNovDec"
_WEEKDAYS = "MonTueWedThuFriSatSun"
_DAY_US = 86400 * 10**6


def _is_leap(year):
    return year % 4 == 0 and (year % 100 != 0 or year % 400 == 0)


def _days_in_month(year, month):
    if month == 2:
        return 29 if _is_leap(year) else 28
    return 30 if month in (4, 6, 9, 11) else 31


def _ordinal(year, month, day):
    before = year - 1
    days = before * 365 + before // 4 - before // 100 + before // 400
    return days + _DAYS_BEFORE[month] + (month > 2 and _is_leap(year)) + day


def _from_ordinal(n):
    """(year, month, day)"""
    n -= 1
    n400, n = divmod(n, 146097)
    n100, n = divmod(n, 36524)
    n4, n = divmod(n, 1461)
    n1, n = divmod(n, 365)
    year = n400 * 400 + n100 * 100 + n4 * 4 + n1 + 1
    if n1 == 4 or n100 == 4:
        return year - 1, 12, 31
    month = (n + 50) >> 5
    before = _DAYS_BEFORE[month] + (month > 2 and _is_leap(year))
    if before > n:
        month -= 1
        before = _DAYS_BEFORE[month] + (month > 2 and _is_leap(year))
    return year, month, n - before + 1


def _whole(value, name="integer"):
    if isinstance(value, float) or not hasattr(value, "__index__"):
        raise TypeError("'%s' object cannot be interpreted as an integer" % type(value).__name__)
    return value.__index__()


def _check_date(year, month, day):
    year, month, day = _whole(year), _whole(month), _whole(day)
    if not MINYEAR <= year <= MAXYEAR:
        raise ValueError("year %d is out of range" % year)
    if not 1 <= month <= 12:
        raise ValueError("month must be in 1..12")
    if not 1 <= day <= _days_in_month(year, month):
        raise ValueError("day is out of range for month")
    return year, month, day


def _check_time(hour, minute, second, microsecond, fold):
    hour, minute, second = _whole(hour), _whole(minute), _whole(second)
    microsecond = _whole(microsecond)
    if not 0 <= hour <= 23:
        raise ValueError("hour must be in 0..23")
    if not 0 <= minute <= 59:
        raise ValueError("minute must be in 0..59")
    if not 0 <= second <= 59:
        raise ValueError("second must be in 0..59")
    if not 0 <= microsecond <= 999999:
        raise ValueError("microsecond must be in 0..999999")
    if fold not in (0, 1):
        raise ValueError("fold must be either 0 or 1")
    return hour, minute, second, microsecond


def _check_zone(tz):
    if tz is not None and not isinstance(tz, tzinfo):
        raise TypeError("tzinfo argument must be None or of a tzinfo subclass, not type '%s'"
                        % type(tz).__name__)


def _half_even(numerator, denominator):
    """The quotient, rounded to the nearest int, ties to even."""
    q, r = divmod(numerator, denominator)
    twice = r * 2
    if twice > denominator or (twice == denominator and q % 2):
        q += 1
    return q


class timedelta:
    """A duration in days, seconds and microseconds."""

    __slots__ = ("_us", "__weakref__")

    def __new__(cls, days=0, seconds=0, microseconds=0, milliseconds=0, minutes=0, hours=0,
                weeks=0):
        us, parts = 0, ((days, _DAY_US), (seconds, 10**6), (microseconds, 1),
                        (milliseconds, 1000), (minutes, 60 * 10**6), (hours, 3600 * 10**6),
                        (weeks, 7 * _DAY_US))
        fraction = 0.0
        for value, unit in parts:
            if isinstance(value, int):
                us += value * unit
            elif isinstance(value, float):
                if value != value:
                    raise ValueError("cannot convert float NaN to integer")
                if _math.isinf(value):
                    raise OverflowError("cannot convert float infinity to integer")
                part, whole = _math.modf(value)
                us += int(whole) * unit
                part, whole = _math.modf(part * unit)
                us += int(whole)
                fraction += part
            else:
                raise TypeError("unsupported type for timedelta %s component: %s"
                                % ("days", type(value).__name__))
        if fraction:
            # The sum is rounded, ties to even.
            n, d = fraction.as_integer_ratio()
            us = _half_even(us * d + n, d)
        return cls._make(us)

    @classmethod
    def _make(cls, us):
        if not -999999999 <= us // _DAY_US <= 999999999:
            raise OverflowError("days=%d; must have magnitude <= 999999999" % (us // _DAY_US))
        self = object.__new__(cls)
        self._us = us
        return self

    @property
    def days(self):
        return self._us // _DAY_US

    @property
    def seconds(self):
        return self._us % _DAY_US // 10**6

    @property
    def microseconds(self):
        return self._us % 10**6

    def total_seconds(self):
        return self._us / 10**6

    def __repr__(self):
        parts = ["%s=%d" % (name, value) for name, value in (
            ("days", self.days), ("seconds", self.seconds), ("microseconds", self.microseconds))
            if value]
        name = type(self).__qualname__
        if type(self) is timedelta:
            name = "datetime." + name
        return "%s(%s)" % (name, ", ".join(parts) or "0")

    def __str__(self):
        minutes, seconds = divmod(self.seconds, 60)
        hours, minutes = divmod(minutes, 60)
        text = "%d:%02d:%02d" % (hours, minutes, seconds)
        if self.days:
            text = "%d day%s, " % (self.days, "" if abs(self.days) == 1 else "s") + text
        if self.microseconds:
            text += ".%06d" % self.microseconds
        return text

    def __add__(self, other):
        if isinstance(other, timedelta):
            return timedelta._make(self._us + other._us)
        return NotImplemented

    __radd__ = __add__

    def __sub__(self, other):
        if isinstance(other, timedelta):
            return timedelta._make(self._us - other._us)
        return NotImplemented

    def __rsub__(self, other):
        if isinstance(other, timedelta):
            return timedelta._make(other._us - self._us)
        return NotImplemented

    def __neg__(self):
        return timedelta._make(-self._us)

    def __pos__(self):
        return self

    def __abs__(self):
        return timedelta._make(abs(self._us))

    def __mul__(self, other):
        if isinstance(other, int):
            return timedelta._make(self._us * other)
        if isinstance(other, float):
            n, d = other.as_integer_ratio()
            return timedelta._make(_half_even(self._us * n, d))
        return NotImplemented

    __rmul__ = __mul__

    def __floordiv__(self, other):
        if isinstance(other, timedelta):
            return self._us // other._us
        if isinstance(other, int):
            return timedelta._make(self._us // other)
        return NotImplemented

    def __truediv__(self, other):
        if isinstance(other, timedelta):
            return self._us / other._us
        if isinstance(other, int):
            if other < 0:
                return timedelta._make(_half_even(-self._us, -other))
            return timedelta._make(_half_even(self._us, other))
        if isinstance(other, float):
            n, d = other.as_integer_ratio()
            if n < 0:
                n, d = -n, -d
            return timedelta._make(_half_even(self._us * d, n))
        return NotImplemented

    def __mod__(self, other):
        if isinstance(other, timedelta):
            return timedelta._make(self._us % other._us)
        return NotImplemented

    def __divmod__(self, other):
        if isinstance(other, timedelta):
            return self._us // other._us, timedelta._make(self._us % other._us)
        return NotImplemented

    def __eq__(self, other):
        return self._us == other._us if isinstance(other, timedelta) else NotImplemented

    def __lt__(self, other):
        return self._us < other._us if isinstance(other, timedelta) else NotImplemented

    def __le__(self, other):
        return self._us <= other._us if isinstance(other, timedelta) else NotImplemented

    def __gt__(self, other):
        return self._us > other._us if isinstance(other, timedelta) else NotImplemented

    def __ge__(self, other):
        return self._us >= other._us if isinstance(other, timedelta) else NotImplemented

    def __hash__(self):
        return hash((self.days, self.seconds, self.microseconds))

    def __bool__(self):
        return self._us != 0


timedelta.min = timedelta(-999999999)
timedelta.max = timedelta(999999999, 86399, 999999)
timedelta.resolution = timedelta(0, 0, 1)


class tzinfo:
    """What a time zone answers."""

    def tzname(self, dt):
        raise NotImplementedError("a tzinfo subclass must implement tzname()")

    def utcoffset(self, dt):
        raise NotImplementedError("a tzinfo subclass must implement utcoffset()")

    def dst(self, dt):
        raise NotImplementedError("a tzinfo subclass must implement dst()")

    def fromutc(self, dt):
        if dt.tzinfo is not self:
            raise ValueError("fromutc: dt.tzinfo is not self")
        offset, saving = dt.utcoffset(), dt.dst()
        if offset is None or saving is None:
            raise ValueError("fromutc: non-None utcoffset() and dst() results required")
        dt += offset - saving
        return dt + dt.dst()


def _offset_text(offset, separator=":"):
    if offset is None:
        return ""
    sign, us = ("-", -offset._us) if offset._us < 0 else ("+", offset._us)
    seconds, us = divmod(us, 10**6)
    text = "%s%02d%s%02d" % (sign, seconds // 3600, separator, seconds // 60 % 60)
    if seconds % 60 or us:
        text += "%s%02d" % (separator, seconds % 60)
    return text + ".%06d" % us if us else text


class timezone(tzinfo):
    """A fixed offset from UTC."""

    def __init__(self, offset, name=None):
        if not isinstance(offset, timedelta):
            raise TypeError("timezone() argument 1 must be datetime.timedelta, not %s"
                            % type(offset).__name__)
        if not -_DAY_US < offset._us < _DAY_US:
            raise ValueError("offset must be a timedelta strictly between "
                             "-timedelta(hours=24) and timedelta(hours=24).")
        self._offset, self._name = offset, name

    def utcoffset(self, dt):
        return self._offset

    def dst(self, dt):
        return None

    def tzname(self, dt):
        if self._name is not None:
            return self._name
        return "UTC" + (_offset_text(self._offset) if self._offset else "")

    def fromutc(self, dt):
        if dt.tzinfo is not self:
            raise ValueError("fromutc: dt.tzinfo is not self")
        return dt + self._offset

    def __eq__(self, other):
        return self._offset == other._offset if isinstance(other, timezone) else NotImplemented

    def __hash__(self):
        return hash(self._offset)

    def __str__(self):
        return self.tzname(None)

    def __repr__(self):
        if self is timezone.utc:
            return "datetime.timezone.utc"
        if self._name is None:
            return "datetime.timezone(%r)" % self._offset
        return "datetime.timezone(%r, %r)" % (self._offset, self._name)


UTC = timezone.utc = timezone(timedelta(0))
timezone.min = timezone(-timedelta(hours=23, minutes=59))
timezone.max = timezone(timedelta(hours=23, minutes=59))


class IsoCalendarDate(tuple):
    year = property(lambda self: self[0])
    week = property(lambda self: self[1])
    weekday = property(lambda self: self[2])

    def __repr__(self):
        return "datetime.IsoCalendarDate(year=%d, week=%d, weekday=%d)" % self


def _week_one(year):
    """The ordinal of the Monday of the year's first ISO week."""
    first = _ordinal(year, 1, 1)
    weekday = (first + 6) % 7
    return first - weekday + (7 if weekday > 3 else 0)


def _format(value, format, timetuple):
    """strftime() with what the system does not know: %f, %z, %:z, %Z."""
    out, at = [], 0
    while at < len(format):
        c = format[at]
        if c != "%" or at + 1 == len(format):
            out.append(c)
            at += 1
            continue
        directive = format[at + 1]
        at += 2
        if directive == "f":
            out.append("%06d" % getattr(value, "microsecond", 0))
        elif directive in "zZ":
            offset = value.utcoffset() if hasattr(value, "utcoffset") else None
            name = value.tzname() if directive == "Z" and offset is not None else ""
            out.append(_offset_text(offset, "") if directive == "z" else name or "")
        else:
            out.append(_time.strftime("%" + directive, timetuple))
    return "".join(out)


class date:
    """A day of the Gregorian calendar."""

    __slots__ = ("_year", "_month", "_day", "__weakref__")

    def __new__(cls, year, month=None, day=None):
        if month is None or day is None:
            raise TypeError("function missing required argument '%s' (pos %d)"
                            % (("month", 2) if month is None else ("day", 3)))
        self = object.__new__(cls)
        self._year, self._month, self._day = _check_date(year, month, day)
        return self

    year = property(lambda self: self._year)
    month = property(lambda self: self._month)
    day = property(lambda self: self._day)

    @classmethod
    def today(cls):
        return cls.fromtimestamp(_time.time())

    @classmethod
    def fromtimestamp(cls, timestamp):
        return cls(*_time.localtime(timestamp)[:3])

    @classmethod
    def fromordinal(cls, n):
        if n < 1:
            raise ValueError("ordinal must be >= 1")
        year, month, day = _from_ordinal(n)
        if year > MAXYEAR:
            raise ValueError("year %d is out of range" % year)
        return cls(year, month, day)

    @classmethod
    def fromisoformat(cls, text):
        from _datetime_text import parse_date
        return cls(*parse_date(text))

    @classmethod
    def fromisocalendar(cls, year, week, day):
        if not 1 <= week <= (_week_one(year + 1) - _week_one(year)) // 7:
            raise ValueError("Invalid week: %d" % week)
        if not 1 <= day <= 7:
            raise ValueError("Invalid weekday: %d (range is [1, 7])" % day)
        return cls.fromordinal(_week_one(year) + week * 7 + day - 8)

    def toordinal(self):
        return _ordinal(self._year, self._month, self._day)

    def weekday(self):
        return (self.toordinal() + 6) % 7

    def isoweekday(self):
        return self.toordinal() % 7 or 7

    def isocalendar(self):
        year, n = self._year, self.toordinal()
        if n >= _week_one(year + 1):
            year += 1
        elif n < _week_one(year):
            year -= 1
        return IsoCalendarDate((year, (n - _week_one(year)) // 7 + 1, self.isoweekday()))

    def isoformat(self):
        return "%04d-%02d-%02d" % (self._year, self._month, self._day)

    __str__ = isoformat

    def __repr__(self):
        name = "datetime.date" if type(self) is date else type(self).__qualname__
        return "%s(%d, %d, %d)" % (name, self._year, self._month, self._day)

    def ctime(self):
        weekday = self.weekday()
        return "%s %s %2d 00:00:00 %04d" % (_WEEKDAYS[weekday * 3:weekday * 3 + 3],
                                            _MONTHS[self._month * 3 - 3:self._month * 3],
                                            self._day, self._year)

    def timetuple(self):
        n = self.toordinal()
        return _time.struct_time((self._year, self._month, self._day, 0, 0, 0, (n + 6) % 7,
                                  n - _ordinal(self._year, 1, 1) + 1, -1))

    def strftime(self, format):
        return _format(self, format, self.timetuple())

    def __format__(self, spec):
        return self.strftime(spec) if spec else str(self)

    def replace(self, year=None, month=None, day=None):
        return type(self)(self._year if year is None else year,
                          self._month if month is None else month,
                          self._day if day is None else day)

    def _key(self):
        return self._year, self._month, self._day

    def _same_kind(self, other):
        return isinstance(other, date) and not isinstance(other, datetime)

    def __eq__(self, other):
        return self._key() == other._key() if self._same_kind(other) else NotImplemented

    def __lt__(self, other):
        return self._key() < other._key() if self._same_kind(other) else NotImplemented

    def __le__(self, other):
        return self._key() <= other._key() if self._same_kind(other) else NotImplemented

    def __gt__(self, other):
        return self._key() > other._key() if self._same_kind(other) else NotImplemented

    def __ge__(self, other):
        return self._key() >= other._key() if self._same_kind(other) else NotImplemented

    def __hash__(self):
        return hash(self._key())

    def __add__(self, other):
        if not isinstance(other, timedelta):
            return NotImplemented
        n = self.toordinal() + other.days
        if not 1 <= n <= 3652059:
            raise OverflowError("date value out of range")
        return type(self).fromordinal(n)

    __radd__ = __add__

    def __sub__(self, other):
        if isinstance(other, timedelta):
            return self + timedelta(-other.days)
        if isinstance(other, date):
            return timedelta(self.toordinal() - other.toordinal())
        return NotImplemented

    def __reduce__(self):
        return type(self), self._key()


date.min, date.max = date(1, 1, 1), date(9999, 12, 31)
date.resolution = timedelta(days=1)


def __getattr__(name):
    """time and datetime are in a module of their own, which this one is not whole without."""
    raise AttributeError("module 'datetime' has no attribute %r" % name)


from _datetime_clock import datetime, time  # noqa: E402
