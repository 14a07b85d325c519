"""Numbers as bytes."""
from array import array as _array

_SIZES = {"x": 1, "c": 1, "b": 1, "B": 1, "?": 1, "h": 2, "H": 2, "i": 4, "I": 4, "l": 4, "L": 4,
          "q": 8, "Q": 8, "f": 4, "d": 8, "s": 1, "p": 1, "e": 2}
_NATIVE = {"l": 8, "L": 8, "n": 8, "N": 8, "P": 8}
_RANGES = {"b": "byte", "B": "ubyte", "h": "short", "H": "ushort"}


class error(Exception):
    """What does not fit a format."""


def _parse(format):
    """(byte order, size, [(code, count, size, offset)])"""
    if isinstance(format, (bytes, bytearray)):
        format = format.decode("ascii")
    if not isinstance(format, str):
        raise TypeError("Struct() argument 1 must be a str or bytes object, not "
                        + type(format).__name__)
    order, native = "little", True
    text = format
    if text[:1] in ("@", "=", "<", ">", "!"):
        native = text[0] == "@"
        order = "big" if text[0] in ">!" else "little"
        text = text[1:]
    sizes = {**_SIZES, **_NATIVE} if native else _SIZES
    items = []
    offset = k = 0
    while k < len(text):
        start = k
        while k < len(text) and text[k].isdigit():
            k += 1
        count = int(text[start:k]) if k > start else 1
        if k == len(text):
            raise error("repeat count given without format specifier")
        code = text[k]
        k += 1
        if code.isspace() and k - start == 1:
            continue
        if code not in sizes:
            raise error("bad char in struct format")
        size = sizes[code]
        if native and size == 8 and code in "lLqQ":
            code = "n" if code in "lq" else "N"
        if native and size > 1:
            offset = (offset + size - 1) // size * size
        items.append((code, count, size, offset))
        offset += size * count
    return order, offset, items


_parsed = {}


def _format(format):
    found = _parsed.get(format) if isinstance(format, (str, bytes)) else None
    if found is None:
        if len(_parsed) > 100:
            _parsed.clear()
        found = _parsed[format] = _parse(format)
    return found


def _pack_integer(code, size, value, order):
    if not isinstance(value, int):
        if not hasattr(value, "__index__"):
            raise error("required argument is not an integer")
        value = value.__index__()
    signed = code in "bhilqn"
    low = -(1 << size * 8 - 1) if signed else 0
    high = (1 << size * 8 - signed) - 1
    if not low <= value <= high:
        # As CPython, which first makes a long of it, or an unsigned long for what is unsigned,
        # and has functions of its own for what is stored as the machine does.
        own = code in "bB" or code in "hH" and order == "little"
        least = 0 if not signed and not own else -1 << 63
        fits = least <= value < (1 << 64 if least == 0 else 1 << 63)
        if code in "nN" or size == 8 and order == "little" or size < 8 and not fits:
            raise error("argument out of range")
        if own:
            raise error("%s format requires %d <= number <= %d" % (_RANGES[code], low, high))
        if size == 8:
            raise error("int too large to convert")
        raise error("'%s' format requires %d <= number <= %d" % (code, low, high))
    return value.to_bytes(size, order, signed=signed)


def _pack_float(code, value, order):
    try:
        packed = _array("f" if code == "f" else "d", [value])
    except TypeError:
        raise error("required argument is not a float") from None
    if code == "f" and abs(packed[0]) == float("inf") and abs(value) != float("inf"):
        raise OverflowError("float too large to pack with f format")
    if order == "big":
        packed.byteswap()
    return packed.tobytes()


def _pack_half(value, order):
    """Sixteen bits: sign, five of exponent, ten of fraction; ties to even."""
    import math
    sign = 0x8000 if math.copysign(1.0, value) < 0 else 0
    value = abs(value)
    if value != value:
        bits = 0x7e00
    elif value == float("inf"):
        bits = 0x7c00
    elif value == 0:
        bits = 0
    else:
        _, exponent = math.frexp(value)
        exponent = max(exponent - 1, -14)
        scaled = round(value / 2.0 ** (exponent - 10))
        bits = scaled if exponent == -14 else scaled + (exponent + 14 << 10)
        if bits >= 0x7c00:
            raise OverflowError("float too large to pack with e format")
    return (sign | bits).to_bytes(2, order)


def _unpack_half(data, order):
    bits = int.from_bytes(data, order)
    exponent, fraction = bits >> 10 & 0x1f, bits & 0x3ff
    if exponent == 0x1f:
        value = float("nan") if fraction else float("inf")
    else:
        value = (fraction + (1024 if exponent else 0)) * 2.0 ** (max(exponent, 1) - 25)
    return -value if bits & 0x8000 else value


def _pack_one(code, size, value, order):
    if code == "c":
        if not isinstance(value, (bytes, bytearray)) or len(value) != 1:
            raise error("char format requires a bytes object of length 1")
        return bytes(value)
    if code == "?":
        return b"\1" if value else b"\0"
    if code in "fd":
        return _pack_float(code, value, order)
    if code == "e":
        return _pack_half(value, order)
    return _pack_integer("N" if code == "P" else code, size, value, order)


def _unpack_one(code, data, order):
    if code == "c":
        return data
    if code == "?":
        return data != b"\0"
    if code in "fd":
        unpacked = _array(code, data)
        if order == "big":
            unpacked.byteswap()
        return unpacked[0]
    if code == "e":
        return _unpack_half(data, order)
    return int.from_bytes(data, order, signed=code in "bhilqn")


def _pack_text(code, count, value):
    if not isinstance(value, (bytes, bytearray)):
        raise error("argument for '%s' must be a bytes object" % code)
    if code == "s":
        return bytes(value[:count]).ljust(count, b"\0")
    text = bytes(value[:max(count - 1, 0)])
    return (bytes([min(len(text), 255)]) + text).ljust(count, b"\0")[:count]


def _values(items):
    return sum(0 if code == "x" else 1 if code in "sp" else count for code, count, _, _ in items)


def calcsize(format, /):
    return _format(format)[1]


def pack(format, /, *values):
    order, total, items = _format(format)
    if len(values) != _values(items):
        raise error("pack expected %d items for packing (got %d)" % (_values(items), len(values)))
    packed = bytearray(total)
    given = iter(values)
    for code, count, size, offset in items:
        if code == "x":
            continue
        if code in "sp":
            packed[offset:offset + count] = _pack_text(code, count, next(given))
            continue
        for at in range(offset, offset + size * count, size):
            packed[at:at + size] = _pack_one(code, size, next(given), order)
    return bytes(packed)


def _buffer(value):
    if not isinstance(value, (bytes, bytearray, _array)):
        raise TypeError("a bytes-like object is required, not %r" % type(value).__name__)
    return bytes(value)


def _unpack(format, data, start):
    order, _, items = format
    found = []
    for code, count, size, offset in items:
        at = start + offset
        if code == "s":
            found.append(data[at:at + count])
        elif code == "p":
            found.append(data[at + 1:at + 1 + min(data[at], count - 1)] if count else b"")
        elif code != "x":
            found.extend(_unpack_one(code, data[k:k + size], order)
                         for k in range(at, at + size * count, size))
    return tuple(found)


def unpack(format, buffer, /):
    parsed = _format(format)
    data = _buffer(buffer)
    if len(data) != parsed[1]:
        raise error("unpack requires a buffer of %d bytes" % parsed[1])
    return _unpack(parsed, data, 0)


def unpack_from(format, /, buffer, offset=0):
    parsed = _format(format)
    data = _buffer(buffer)
    if offset < 0:
        offset += len(data)
    if offset < 0 or len(data) - offset < parsed[1]:
        raise error("unpack_from requires a buffer of at least %d bytes for unpacking %d bytes at "
                    "offset %d (actual buffer size is %d)"
                    % (offset + parsed[1], parsed[1], offset, len(data)))
    return _unpack(parsed, data, offset)


def pack_into(format, buffer, offset, /, *values):
    data = pack(format, *values)
    if offset < 0:
        offset += len(buffer)
    if offset < 0 or len(buffer) - offset < len(data):
        raise error("pack_into requires a buffer of at least %d bytes for packing %d bytes at "
                    "offset %d (actual buffer size is %d)"
                    % (offset + len(data), len(data), offset, len(buffer)))
    buffer[offset:offset + len(data)] = data


def iter_unpack(format, buffer, /):
    parsed = _format(format)
    data = _buffer(buffer)
    if parsed[1] == 0:
        raise error("cannot iteratively unpack with a struct of length 0")
    if len(data) % parsed[1]:
        raise error("iterative unpacking requires a buffer of a multiple of %d bytes" % parsed[1])
    return (_unpack(parsed, data, at) for at in range(0, len(data), parsed[1]))


class Struct:
    """A format, kept."""

    def __init__(self, format):
        self.format = format.decode("ascii") if isinstance(format, bytes) else format
        self.size = calcsize(self.format)

    def pack(self, *values):
        return pack(self.format, *values)

    def unpack(self, buffer, /):
        return unpack(self.format, buffer)

    def unpack_from(self, buffer, offset=0):
        return unpack_from(self.format, buffer, offset)

    def pack_into(self, buffer, offset, /, *values):
        pack_into(self.format, buffer, offset, *values)

    def iter_unpack(self, buffer, /):
        return iter_unpack(self.format, buffer)
