"""Clocks and the calendar. Natively: the clocks, sleep, _gmtime, _localtime, _mktime, _strftime."""
CLOCK_REALTIME, CLOCK_MONOTONIC = 0, 1
CLOCK_PROCESS_CPUTIME_ID, CLOCK_THREAD_CPUTIME_ID = 2, 3
CLOCK_MONOTONIC_RAW, CLOCK_BOOTTIME = 4, 7
_FIELDS = ("tm_year", "tm_mon", "tm_mday", "tm_hour", "tm_min", "tm_sec", "tm_wday", "tm_yday",
           "tm_isdst")


class struct_time(tuple):
    """A moment's parts: nine items, also by name."""

    def __new__(cls, sequence):
        items = tuple(sequence)
        if not 9 <= len(items) <= 11:
            raise TypeError("time.struct_time() takes an at least 9-sequence (%d-sequence given)"
                            % len(items))
        made = tuple.__new__(cls, items[:9])
        made._zone = items[9:] if len(items) == 11 else (None, None)
        return made

    tm_year = property(lambda self: self[0])
    tm_mon = property(lambda self: self[1])
    tm_mday = property(lambda self: self[2])
    tm_hour = property(lambda self: self[3])
    tm_min = property(lambda self: self[4])
    tm_sec = property(lambda self: self[5])
    tm_wday = property(lambda self: self[6])
    tm_yday = property(lambda self: self[7])
    tm_isdst = property(lambda self: self[8])
    tm_zone = property(lambda self: self._zone[0])
    tm_gmtoff = property(lambda self: self._zone[1])

    def __repr__(self):
        return "time.struct_time(%s)" % ", ".join(
            "%s=%r" % pair for pair in zip(_FIELDS, self))


def gmtime(seconds=None, /):
    return struct_time(_gmtime(seconds))


def localtime(seconds=None, /):
    return struct_time(_localtime(seconds))


def _parts(t):
    if not isinstance(t, tuple):
        raise TypeError("Tuple or struct_time argument required")
    if len(t) != 9:
        raise TypeError("function takes exactly 9 arguments (%d given)" % len(t))
    return t


def mktime(t, /):
    return _mktime(_parts(t))


def strftime(format, t=None, /):
    if not isinstance(format, str):
        raise TypeError("strftime() argument 1 must be str, not %s" % type(format).__name__)
    if t is None:
        return _strftime(format, _localtime())
    t = _parts(t)
    if isinstance(t, struct_time) and t._zone[0] is not None:
        return _strftime(format, tuple(t) + t._zone)
    return _strftime(format, tuple(t) + tuple(_localtime(_mktime(t)))[9:])


def asctime(t=None, /):
    t = localtime() if t is None else t
    return "%s %2d %s" % (_strftime("%a %b", _parts(t)), t[2], _strftime("%H:%M:%S %Y", t))


def ctime(seconds=None, /):
    return asctime(localtime(seconds))


def strptime(data_string, format="%a %b %d %H:%M:%S %Y", /):
    from _strptime import parse
    return struct_time(parse(data_string, format)[0])


def clock_gettime_ns(clk_id, /):
    clocks = {0: time_ns, 1: monotonic_ns, 2: process_time_ns, 3: thread_time_ns,
              4: monotonic_ns, 7: monotonic_ns}
    if clk_id not in clocks:
        raise OSError(22, "Invalid argument")
    return clocks[clk_id]()


def clock_gettime(clk_id, /):
    return clock_gettime_ns(clk_id) / 1e9


def clock_getres(clk_id, /):
    return 1e-9


def get_clock_info(name, /):
    """What is known of a clock."""
    from types import SimpleNamespace
    calls = {"time": "clock_gettime(CLOCK_REALTIME)",
             "monotonic": "clock_gettime(CLOCK_MONOTONIC)",
             "perf_counter": "clock_gettime(CLOCK_MONOTONIC)",
             "process_time": "clock_gettime(CLOCK_PROCESS_CPUTIME_ID)",
             "thread_time": "clock_gettime(CLOCK_THREAD_CPUTIME_ID)"}
    if name not in calls:
        raise ValueError("unknown clock")
    return SimpleNamespace(implementation=calls[name], monotonic=name != "time",
                           adjustable=name == "time", resolution=1e-9)


def tzset():
    """The zone is read whenever it is needed."""


def _zones():
    """Offset west of UTC and name in winter, the same in summer."""
    year = _gmtime()[0]
    found = [_localtime(_mktime((year, month, 1, 12, 0, 0, 0, 0, -1))) for month in (1, 7)]
    winter, summer = sorted(found, key=lambda parts: parts[8] > 0)
    return -winter[10], -summer[10], (winter[9], summer[9]), int(winter[8] != summer[8])


timezone, altzone, tzname, daylight = _zones()
