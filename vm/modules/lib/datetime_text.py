"""Reading dates and times from text, for the module datetime."""
import re
import time as _time
from datetime import date, timedelta, timezone

_DATE = re.compile(r"(\d{4})(?:-(\d\d)-(\d\d)|(\d\d)(\d\d)|-W(\d\d)(?:-(\d))?|W(\d\d)(\d)?)\Z")
_TIME = re.compile(r"(\d\d)(?::?(\d\d)(?::?(\d\d)(?:[.,](\d+))?)?)?"
                   r"(Z|[+-]\d\d:?\d\d(?::?\d\d(?:\.\d+)?)?)?\Z")
_OFFSET = re.compile(r"([+-])(\d\d):?(\d\d)(?::?(\d\d)(?:\.(\d+))?)?\Z")


def _fail(text):
    raise ValueError("Invalid isoformat string: %r" % text)


def parse_date(text, whole=None):
    if not isinstance(text, str):
        raise TypeError("fromisoformat: argument must be str")
    found = _DATE.match(text)
    if not found:
        _fail(text if whole is None else whole)
    year = int(found[1])
    week = found[6] or found[8]
    if week:
        day = date.fromisocalendar(year, int(week), int(found[7] or found[9] or 1))
        return day.year, day.month, day.day
    return year, int(found[2] or found[4]), int(found[3] or found[5])


def _offset(text):
    if text is None:
        return None
    if text == "Z":
        return timezone.utc
    sign, hours, minutes, seconds, fraction = _OFFSET.match(text).groups()
    offset = timedelta(hours=int(hours), minutes=int(minutes), seconds=int(seconds or 0),
                       microseconds=int((fraction or "0")[:6].ljust(6, "0")))
    if not offset:
        return timezone.utc
    return timezone(-offset if sign == "-" else offset)


def parse_time(text, whole=None):
    if not isinstance(text, str):
        raise TypeError("fromisoformat: argument must be str")
    found = _TIME.match(text[1:] if text[:1] == "T" else text)
    if not found:
        _fail(text if whole is None else whole)
    hour, minute, second, fraction, zone = found.groups()
    return (int(hour), int(minute or 0), int(second or 0),
            int((fraction or "0")[:6].ljust(6, "0")), _offset(zone))


def parse_datetime(text):
    if not isinstance(text, str):
        raise TypeError("fromisoformat: argument must be str")
    for length in (10, 8, 7):
        if _DATE.match(text[:length]) and (len(text) <= length or not text[length].isdigit()):
            break
    else:
        _fail(text)
    day = parse_date(text[:length], text)
    if len(text) == length:
        return day
    return day + parse_time(text[length + 1:], text)


def parse_by_format(text, format):
    """strptime() with %f and %z, which are taken out before."""
    if not isinstance(text, str):
        raise TypeError("strptime() argument 1 must be str, not %s" % type(text).__name__)
    us, zone = 0, None
    if "%f" in format or "%z" in format:
        text, format, us, zone = _take_out(text, format)
    fields = _time.strptime(text, format)
    return tuple(fields[:6]) + (us, zone)


def _take_out(text, format):
    pattern = []
    for piece in re.split(r"(%.)", format):
        if piece == "%f":
            pattern.append(r"(?P<f>\d{1,6})")
        elif piece == "%z":
            pattern.append(r"(?P<z>Z|[+-]\d\d:?\d\d(?::?\d\d(?:\.\d{1,6})?)?)")
        elif piece[:1] == "%":
            pattern.append(r".+?" if piece != "%%" else "%")
        else:
            pattern.append(re.sub(r"(?:\\\s|\s)+", r"\\s+", re.escape(piece)))
    found = re.match("".join(pattern) + r"\Z", text, re.S)
    if not found:
        raise ValueError("time data %r does not match format %r" % (text, format))
    groups = found.groupdict()
    us = int(groups["f"].ljust(6, "0")) if groups.get("f") else 0
    zone = _offset(groups.get("z"))
    for name in sorted((n for n in groups), key=found.start, reverse=True):
        text = text[:found.start(name)] + "\x01" + text[found.end(name):]
    return text, format.replace("%f", "\x01").replace("%z", "\x01"), us, zone
