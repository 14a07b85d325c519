"""The classes time and datetime of the module datetime."""
import time as _time

import datetime as _base
from datetime import (_DAY_US, _MONTHS, _WEEKDAYS, _check_date, _check_time, _check_zone, _format,
                      _from_ordinal, _half_even, _offset_text, _ordinal, date, timedelta, timezone)

_SPECS = ("hours", "minutes", "seconds", "milliseconds", "microseconds")


def _clock_text(hour, minute, second, us, timespec):
    if timespec == "auto":
        timespec = "microseconds" if us else "seconds"
    if timespec not in _SPECS:
        raise ValueError("Unknown timespec value")
    text = "%02d" % hour
    if timespec != "hours":
        text += ":%02d" % minute
    if timespec not in ("hours", "minutes"):
        text += ":%02d" % second
    if timespec == "milliseconds":
        text += ".%03d" % (us // 1000)
    elif timespec == "microseconds":
        text += ".%06d" % us
    return text


class _Clock:
    """The time of day, which both have."""

    __slots__ = ()
    hour = property(lambda self: self._hour)
    minute = property(lambda self: self._minute)
    second = property(lambda self: self._second)
    microsecond = property(lambda self: self._microsecond)
    tzinfo = property(lambda self: self._tzinfo)
    fold = property(lambda self: self._fold)

    def _set_clock(self, hour, minute, second, microsecond, tzinfo, fold):
        clock = _check_time(hour, minute, second, microsecond, fold)
        _check_zone(tzinfo)
        self._hour, self._minute, self._second, self._microsecond = clock
        self._tzinfo, self._fold = tzinfo, fold

    def _zone_argument(self):
        return self

    def utcoffset(self):
        return None if self._tzinfo is None else self._tzinfo.utcoffset(self._zone_argument())

    def dst(self):
        return None if self._tzinfo is None else self._tzinfo.dst(self._zone_argument())

    def tzname(self):
        return None if self._tzinfo is None else self._tzinfo.tzname(self._zone_argument())

    def _clock_us(self):
        return ((self._hour * 60 + self._minute) * 60 + self._second) * 10**6 + self._microsecond

    def _zone_parts(self):
        text = ", tzinfo=%r" % self._tzinfo if self._tzinfo is not None else ""
        return text + (", fold=1" if self._fold else "")

    # Comparable values: both with an offset, or both without.
    def _pair(self, other):
        mine, its = self.utcoffset(), other.utcoffset()
        if (mine is None) != (its is None):
            return None
        zero = timedelta(0)
        return self._us() - (mine or zero)._us, other._us() - (its or zero)._us

    def __eq__(self, other):
        if not isinstance(other, self._kind()):
            return NotImplemented
        pair = self._pair(other)
        return pair is not None and pair[0] == pair[1]

    def _ordered(self, other):
        pair = self._pair(other)
        if pair is None:
            raise TypeError("can't compare offset-naive and offset-aware %ss"
                            % self._kind().__name__)
        return pair

    def _foreign(self, other):
        """What an order comparison with something else gives."""
        return NotImplemented

    def __lt__(self, other):
        if not isinstance(other, self._kind()):
            return self._foreign(other)
        a, b = self._ordered(other)
        return a < b

    def __le__(self, other):
        if not isinstance(other, self._kind()):
            return self._foreign(other)
        a, b = self._ordered(other)
        return a <= b

    def __gt__(self, other):
        if not isinstance(other, self._kind()):
            return self._foreign(other)
        a, b = self._ordered(other)
        return a > b

    def __ge__(self, other):
        if not isinstance(other, self._kind()):
            return self._foreign(other)
        a, b = self._ordered(other)
        return a >= b

    def __hash__(self):
        offset = self.utcoffset()
        return hash((self._kind().__name__, self._us() - (offset._us if offset else 0)))


class time(_Clock):
    """A time of day."""

    __slots__ = ("_hour", "_minute", "_second", "_microsecond", "_tzinfo", "_fold", "__weakref__")

    def __new__(cls, hour=0, minute=0, second=0, microsecond=0, tzinfo=None, *, fold=0):
        self = object.__new__(cls)
        self._set_clock(hour, minute, second, microsecond, tzinfo, fold)
        return self

    def _kind(self):
        return time

    def _zone_argument(self):
        return None

    _us = _Clock._clock_us

    @classmethod
    def fromisoformat(cls, text):
        from _datetime_text import parse_time
        return cls(*parse_time(text))

    def isoformat(self, timespec="auto"):
        return _clock_text(self._hour, self._minute, self._second, self._microsecond,
                           timespec) + _offset_text(self.utcoffset())

    def __str__(self):
        return self.isoformat()

    def __repr__(self):
        parts = [self._hour, self._minute, self._second, self._microsecond]
        while len(parts) > 2 and parts[-1] == 0:
            parts.pop()
        name = "datetime.time" if type(self) is time else type(self).__qualname__
        return "%s(%s%s)" % (name, ", ".join(map(str, parts)), self._zone_parts())

    def strftime(self, format):
        return _format(self, format, _time.struct_time(
            (1900, 1, 1, self._hour, self._minute, self._second, 0, 1, -1)))

    def __format__(self, spec):
        return self.strftime(spec) if spec else str(self)

    def replace(self, hour=None, minute=None, second=None, microsecond=None, tzinfo=True, *,
                fold=None):
        return type(self)(self._hour if hour is None else hour,
                          self._minute if minute is None else minute,
                          self._second if second is None else second,
                          self._microsecond if microsecond is None else microsecond,
                          self._tzinfo if tzinfo is True else tzinfo,
                          fold=self._fold if fold is None else fold)


time.min, time.max = time(0, 0), time(23, 59, 59, 999999)
time.resolution = timedelta(0, 0, 1)


class datetime(_Clock, date):
    """A day and a time of day."""

    __slots__ = ("_hour", "_minute", "_second", "_microsecond", "_tzinfo", "_fold")

    def __new__(cls, year, month=None, day=None, hour=0, minute=0, second=0, microsecond=0,
                tzinfo=None, *, fold=0):
        self = date.__new__(cls, year, month, day)
        self._set_clock(hour, minute, second, microsecond, tzinfo, fold)
        return self

    def _kind(self):
        return datetime

    def _foreign(self, other):
        if isinstance(other, date):
            raise TypeError("can't compare datetime.datetime to datetime.date")
        return NotImplemented

    def _us(self):
        return self.toordinal() * _DAY_US + self._clock_us()

    @classmethod
    def _of_us(cls, us, tzinfo=None):
        days, us = divmod(us, _DAY_US)
        if not 1 <= days <= 3652059:
            raise OverflowError("date value out of range")
        seconds, us = divmod(us, 10**6)
        return cls(*_from_ordinal(days), seconds // 3600, seconds // 60 % 60, seconds % 60, us,
                   tzinfo)

    @classmethod
    def now(cls, tz=None):
        return cls.fromtimestamp(_time.time(), tz)

    today = now

    @classmethod
    def utcnow(cls):
        return cls.utcfromtimestamp(_time.time())

    @classmethod
    def _utc(cls, timestamp, tz=None):
        n, d = timestamp.as_integer_ratio()
        return cls._of_us(_half_even(n * 10**6, d) + _ordinal(1970, 1, 1) * _DAY_US, tz)

    @classmethod
    def utcfromtimestamp(cls, timestamp):
        return cls._utc(timestamp)

    @classmethod
    def fromtimestamp(cls, timestamp, tz=None):
        _check_zone(tz)
        if tz is not None:
            return tz.fromutc(cls._utc(timestamp, tz))
        utc = cls._utc(timestamp)
        local = _time.localtime(utc._seconds_since_1970())
        return cls(*local[:5], min(local[5], 59), utc._microsecond)

    @classmethod
    def combine(cls, date, time, tzinfo=True):
        return cls(date.year, date.month, date.day, time.hour, time.minute, time.second,
                   time.microsecond, time.tzinfo if tzinfo is True else tzinfo, fold=time.fold)

    @classmethod
    def strptime(cls, text, format):
        from _datetime_text import parse_by_format
        return cls(*parse_by_format(text, format))

    @classmethod
    def fromisoformat(cls, text):
        from _datetime_text import parse_datetime
        return cls(*parse_datetime(text))

    def _seconds_since_1970(self):
        return (self._us() - _ordinal(1970, 1, 1) * _DAY_US) // 10**6

    def timestamp(self):
        if self._tzinfo is None:
            return _time.mktime(self.timetuple()) + self._microsecond / 10**6
        return (self - _EPOCH).total_seconds()

    def timetuple(self):
        n, saving = self.toordinal(), self.dst()
        return _time.struct_time((
            self._year, self._month, self._day, self._hour, self._minute, self._second,
            (n + 6) % 7, n - _ordinal(self._year, 1, 1) + 1,
            -1 if saving is None else int(bool(saving))))

    def utctimetuple(self):
        offset = self.utcoffset()
        utc = self - offset if offset else self
        return _time.struct_time(tuple(utc.timetuple())[:8] + (0,))

    def date(self):
        return date(self._year, self._month, self._day)

    def time(self):
        return time(self._hour, self._minute, self._second, self._microsecond, fold=self._fold)

    def timetz(self):
        return time(self._hour, self._minute, self._second, self._microsecond, self._tzinfo,
                    fold=self._fold)

    def replace(self, year=None, month=None, day=None, hour=None, minute=None, second=None,
                microsecond=None, tzinfo=True, *, fold=None):
        return type(self)(self._year if year is None else year,
                          self._month if month is None else month,
                          self._day if day is None else day,
                          self._hour if hour is None else hour,
                          self._minute if minute is None else minute,
                          self._second if second is None else second,
                          self._microsecond if microsecond is None else microsecond,
                          self._tzinfo if tzinfo is True else tzinfo,
                          fold=self._fold if fold is None else fold)

    def _local_zone(self):
        seconds = self._seconds_since_1970() if self._tzinfo is not None else int(self.timestamp())
        local = _time.localtime(seconds)
        return timezone(timedelta(seconds=local.tm_gmtoff), local.tm_zone)

    def astimezone(self, tz=None):
        offset = self.utcoffset()
        if offset is None:
            offset = self._local_zone().utcoffset(self)
        utc = (self - offset).replace(tzinfo=timezone.utc)
        if tz is None:
            tz = utc._local_zone()
        return tz.fromutc(utc.replace(tzinfo=tz))

    def isoformat(self, sep="T", timespec="auto"):
        return date.isoformat(self) + sep + _clock_text(
            self._hour, self._minute, self._second, self._microsecond,
            timespec) + _offset_text(self.utcoffset())

    def __str__(self):
        return self.isoformat(" ")

    def __repr__(self):
        parts = [self._year, self._month, self._day, self._hour, self._minute, self._second,
                 self._microsecond]
        while len(parts) > 5 and parts[-1] == 0:
            parts.pop()
        name = "datetime.datetime" if type(self) is datetime else type(self).__qualname__
        return "%s(%s%s)" % (name, ", ".join(map(str, parts)), self._zone_parts())

    def ctime(self):
        weekday = self.weekday()
        return "%s %s %2d %02d:%02d:%02d %04d" % (
            _WEEKDAYS[weekday * 3:weekday * 3 + 3], _MONTHS[self._month * 3 - 3:self._month * 3],
            self._day, self._hour, self._minute, self._second, self._year)

    __eq__ = _Clock.__eq__
    __hash__ = _Clock.__hash__

    def __add__(self, other):
        if not isinstance(other, timedelta):
            return NotImplemented
        return type(self)._of_us(self._us() + other._us, self._tzinfo)

    __radd__ = __add__

    def __sub__(self, other):
        if isinstance(other, timedelta):
            return type(self)._of_us(self._us() - other._us, self._tzinfo)
        if not isinstance(other, datetime):
            return NotImplemented
        pair = self._pair(other)
        if pair is None:
            raise TypeError("can't subtract offset-naive and offset-aware datetimes")
        return timedelta(microseconds=pair[0] - pair[1])

    def __reduce__(self):
        return type(self), (self._year, self._month, self._day, self._hour, self._minute,
                            self._second, self._microsecond, self._tzinfo)


datetime.min, datetime.max = datetime(1, 1, 1), datetime(9999, 12, 31, 23, 59, 59, 999999)
datetime.resolution = timedelta(0, 0, 1)
for _class in (time, datetime):
    _class.__module__ = "datetime"
_base.time, _base.datetime = time, datetime
_EPOCH = datetime(1970, 1, 1, tzinfo=timezone.utc)
