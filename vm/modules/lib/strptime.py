"""Reading dates and times by a format, for time and datetime."""
import re

_MONTHS = ("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec")
_FULL_MONTHS = ("january", "february", "march", "april", "may", "june", "july", "august",
                "september", "october", "november", "december")
_DAYS = ("mon", "tue", "wed", "thu", "fri", "sat", "sun")
_FULL_DAYS = ("monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday")
_PATTERNS = {
    "d": r"(?P<d>3[01]|[12]\d|0[1-9]|[1-9]| [1-9])", "f": r"(?P<f>\d{1,6})",
    "H": r"(?P<H>2[0-3]|[01]\d|\d)", "I": r"(?P<I>1[0-2]|0[1-9]|[1-9])",
    "j": r"(?P<j>36[0-6]|3[0-5]\d|[12]\d\d|0[1-9]\d|00[1-9]|[1-9]\d|0[1-9]|[1-9])",
    "m": r"(?P<m>1[0-2]|0[1-9]|[1-9])", "M": r"(?P<M>[0-5]\d|\d)", "S": r"(?P<S>6[01]|[0-5]\d|\d)",
    "w": r"(?P<w>[0-6])", "y": r"(?P<y>\d\d)", "Y": r"(?P<Y>\d{4})", "p": r"(?P<p>am|pm)",
    "z": r"(?P<z>[+-]\d\d:?[0-5]\d(?::?[0-5]\d)?|z)", "Z": r"(?P<Z>utc|gmt)", "%": "%",
    "b": "(?P<b>%s)" % "|".join(_MONTHS), "B": "(?P<B>%s)" % "|".join(_FULL_MONTHS),
    "a": "(?P<a>%s)" % "|".join(_DAYS), "A": "(?P<A>%s)" % "|".join(_FULL_DAYS)}
_WHOLE = {"c": "%a %b %d %H:%M:%S %Y", "x": "%m/%d/%y", "X": "%H:%M:%S", "D": "%m/%d/%y",
          "T": "%H:%M:%S", "R": "%H:%M", "F": "%Y-%m-%d"}
_DAYS_BEFORE = (0, 31, 59, 90, 120, 151, 181, 212, 243, 273, 304, 334)


def _pattern(format):
    for letter in "cxX":
        format = format.replace("%" + letter, _WHOLE[letter])
    parts = []
    k = 0
    while k < len(format):
        if format[k] == "%":
            k += 1
            letter = format[k:k + 1]
            if not letter:
                raise ValueError("stray %% in format '%s'" % format)
            if letter not in _PATTERNS:
                raise ValueError("'%s' is a bad directive in format '%s'" % (letter, format))
            parts.append(_PATTERNS[letter])
        elif format[k].isspace():
            parts.append(r"\s+")
            while k + 1 < len(format) and format[k + 1].isspace():
                k += 1
        else:
            parts.append(re.escape(format[k]))
        k += 1
    return "".join(parts)


def _is_leap(year):
    return year % 4 == 0 and (year % 100 != 0 or year % 400 == 0)


def _day_of_year(year, month, day):
    return _DAYS_BEFORE[month - 1] + day + (month > 2 and _is_leap(year))


def _weekday(year, yearday):
    before = year - 1
    return (before * 365 + before // 4 - before // 100 + before // 400 + yearday - 1) % 7


def _offset(text):
    """Seconds east of UTC."""
    if text.lower() == "z":
        return 0
    digits = text[1:].replace(":", "")
    seconds = int(digits[:2]) * 3600 + int(digits[2:4]) * 60 + int(digits[4:6] or 0)
    return -seconds if text[0] == "-" else seconds


def parse(text, format):
    """The eleven fields of struct_time, and microseconds."""
    if not isinstance(text, str):
        raise TypeError("strptime() argument 0 must be str, not %s" % type(text))
    match = re.match(_pattern(format), text, re.IGNORECASE)
    if not match:
        raise ValueError("time data %r does not match format %r" % (text, format))
    if match.end() != len(text):
        raise ValueError("unconverted data remains: %s" % text[match.end():])
    found = {key: value.lower() for key, value in match.groupdict().items() if value is not None}
    year = int(found.get("Y", 1900))
    if "y" in found:
        year = int(found["y"]) + (2000 if int(found["y"]) < 69 else 1900)
    month, day = int(found.get("m", 1)), int(found.get("d", 1))
    if "b" in found:
        month = _MONTHS.index(found["b"]) + 1
    if "B" in found:
        month = _FULL_MONTHS.index(found["B"]) + 1
    hour = int(found.get("H", 0))
    if "I" in found:
        hour = int(found["I"]) % 12 + (12 if found.get("p") == "pm" else 0)
    if "j" in found:
        yearday = int(found["j"])
        month = max(m for m in range(1, 13) if _day_of_year(year, m, 1) <= yearday)
        day = yearday - _day_of_year(year, month, 1) + 1
    longest = 29 if month == 2 and _is_leap(year) else (31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30,
                                                        31)[month - 1]
    if day > longest:
        raise ValueError("day is out of range for month")
    yearday = _day_of_year(year, month, day)
    zone = offset = None
    if "z" in found:
        offset = _offset(found["z"])
    if "Z" in found:
        zone = found["Z"].upper()
    isdst = 0 if zone else -1
    micro = int(found.get("f", "0").ljust(6, "0"))
    fields = (year, month, day, hour, int(found.get("M", 0)), int(found.get("S", 0)),
              _weekday(year, yearday), yearday, isdst, zone, offset)
    return fields, micro
