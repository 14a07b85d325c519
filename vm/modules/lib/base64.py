"""Base 16, 32, 64 and 85 encodings."""
import binascii

_B32 = b"ABCDEFGHIJKLMNOPQRSTUVWXYZ234567"
_B32_HEX = b"0123456789ABCDEFGHIJKLMNOPQRSTUV"
_B85 = (b"0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz"
        b"!#$%&()*+-;<=>?@^_`{|}~")
_URL = bytes.maketrans(b"+/", b"-_")
_FROM_URL = bytes.maketrans(b"-_", b"+/")


def _to_bytes(s):
    if isinstance(s, str):
        try:
            return s.encode("ascii")
        except UnicodeEncodeError:
            raise ValueError("string argument should contain only ASCII characters") from None
    if not hasattr(s, "__len__") or isinstance(s, (list, dict)):
        raise TypeError("argument should be a bytes-like object or ASCII string, not %r"
                        % type(s).__name__)
    return bytes(s)


def _data(s):
    if isinstance(s, (str, int)) or s is None:
        raise TypeError("a bytes-like object is required, not %r" % type(s).__name__)
    return bytes(s)


def b64encode(s, altchars=None):
    text = binascii.b2a_base64(_data(s), newline=False)
    return text if altchars is None else text.translate(bytes.maketrans(b"+/", altchars))


def b64decode(s, altchars=None, validate=False):
    s = _to_bytes(s)
    if altchars is not None:
        s = s.translate(bytes.maketrans(_to_bytes(altchars), b"+/"))
    return binascii.a2b_base64(s, strict_mode=validate)


def standard_b64encode(s):
    return b64encode(s)


def standard_b64decode(s):
    return b64decode(s)


def urlsafe_b64encode(s):
    return b64encode(s).translate(_URL)


def urlsafe_b64decode(s):
    return b64decode(_to_bytes(s).translate(_FROM_URL))


def _encode32(alphabet, s):
    s = _data(s)
    left = len(s) % 5
    s += bytes((5 - left) % 5)
    out = bytearray()
    for k in range(0, len(s), 5):
        n = int.from_bytes(s[k:k + 5], "big")
        out += bytes([alphabet[n >> shift & 31] for shift in range(35, -1, -5)])
    pads = {0: 0, 1: 6, 2: 4, 3: 3, 4: 1}[left]
    if pads:
        out[-pads:] = b"=" * pads
    return bytes(out)


def _decode32(alphabet, s, casefold, map01):
    s = _to_bytes(s)
    if len(s) % 8:
        raise binascii.Error("Incorrect padding")
    if map01 is not None:
        s = s.translate(bytes.maketrans(b"01", b"O" + _to_bytes(map01)))
    if casefold:
        s = s.upper()
    pads = len(s) - len(s.rstrip(b"="))
    s = s.rstrip(b"=")
    if pads not in (0, 1, 3, 4, 6):
        raise binascii.Error("Incorrect padding")
    values = {c: n for n, c in enumerate(alphabet)}
    out = bytearray()
    for k in range(0, len(s), 8):
        n, part = 0, s[k:k + 8]
        for c in part:
            if c not in values:
                raise binascii.Error("Non-base32 digit found")
            n = n << 5 | values[c]
        size = len(part) * 5 // 8
        out += (n >> len(part) * 5 - size * 8).to_bytes(size, "big")
    return bytes(out)


def b32encode(s):
    return _encode32(_B32, s)


def b32decode(s, casefold=False, map01=None):
    return _decode32(_B32, s, casefold, map01)


def b32hexencode(s):
    return _encode32(_B32_HEX, s)


def b32hexdecode(s, casefold=False):
    return _decode32(_B32_HEX, s, casefold, None)


def b16encode(s):
    return binascii.hexlify(_data(s)).upper()


def b16decode(s, casefold=False):
    s = _to_bytes(s)
    if casefold:
        s = s.upper()
    if any(c not in b"0123456789ABCDEF" for c in s):
        raise binascii.Error("Non-base16 digit found")
    return binascii.unhexlify(s)


def _encode85(s, alphabet, pad, zeros=False, spaces=False):
    s = _data(s)
    missing = -len(s) % 4
    s += bytes(missing)
    parts = []
    for k in range(0, len(s), 4):
        n = int.from_bytes(s[k:k + 4], "big")
        if zeros and n == 0:
            parts.append(b"z")
        elif spaces and n == 0x20202020:
            parts.append(b"y")
        else:
            parts.append(bytes([alphabet[n // 85 ** e % 85] for e in (4, 3, 2, 1, 0)]))
    if missing and not pad:
        if parts[-1] == b"z":
            parts[-1] = alphabet[:1] * 5
        parts[-1] = parts[-1][:-missing]
    return b"".join(parts)


def b85encode(b, pad=False):
    return _encode85(b, _B85, pad)


def a85encode(b, *, foldspaces=False, wrapcol=0, pad=False, adobe=False):
    text = _encode85(b, bytes(range(33, 118)), pad, True, foldspaces)
    if adobe:
        text = b"<~" + text
    if wrapcol:
        wrapcol = max(2 if adobe else 1, wrapcol)
        text = b"\n".join([text[k:k + wrapcol] for k in range(0, len(text), wrapcol)])
    return text + b"~>" if adobe else text


def _decode85(b, values, zeros=False, spaces=False):
    missing = -len(b) % 5
    out = bytearray()
    group = []
    for c in bytes(b) + b"\x00" * 0:
        if zeros and c == 122 and not group:
            out += bytes(4)
            continue
        if spaces and c == 121 and not group:
            out += b"    "
            continue
        if c not in values:
            raise ValueError("bad base85 character at position %d" % b.index(c))
        group.append(values[c])
        if len(group) == 5:
            out += _group85(group)
            group = []
    if group:
        missing = 5 - len(group)
        out += _group85(group + [84] * missing)
        del out[-missing:]
    return bytes(out)


def _group85(group):
    n = 0
    for value in group:
        n = n * 85 + value
    try:
        return n.to_bytes(4, "big")
    except OverflowError:
        raise ValueError("base85 overflow in hunk starting at byte 0") from None


def b85decode(b):
    return _decode85(_to_bytes(b), {c: n for n, c in enumerate(_B85)})


def a85decode(b, *, foldspaces=False, adobe=False, ignorechars=b" \t\n\r\v"):
    b = _to_bytes(b)
    if adobe:
        if not b.endswith(b"~>"):
            raise ValueError("Ascii85 encoded byte sequences must end with b'~>'")
        b = b[2:-2] if b.startswith(b"<~") else b[:-2]
    b = bytes([c for c in b if c not in ignorechars])
    return _decode85(b, {c: c - 33 for c in range(33, 118)}, True, foldspaces)


def encodebytes(s):
    s = _data(s)
    return b"".join([binascii.b2a_base64(s[k:k + 57]) for k in range(0, len(s), 57)])


def decodebytes(s):
    return binascii.a2b_base64(_data(s))


def encode(input, output):
    while True:
        data = input.read(57)
        if not data:
            return
        output.write(binascii.b2a_base64(data))


def decode(input, output):
    for line in input:
        output.write(binascii.a2b_base64(line))
