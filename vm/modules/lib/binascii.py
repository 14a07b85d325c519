"""Binary data as text: hexadecimal, base 64, quoted-printable is left out; checksums."""
from zlib import crc32


class Error(ValueError):
    """What is decoded is not in the format."""


class Incomplete(Exception):
    pass


def hexlify(data, sep=None, bytes_per_sep=1):
    text = bytes(data).hex() if sep is None else bytes(data).hex(sep, bytes_per_sep)
    return text.encode("ascii")


def unhexlify(hexstr, /):
    text = _ascii(hexstr).decode("latin-1")
    if len(text) % 2:
        raise Error("Odd-length string")
    for c in text:
        if c not in "0123456789abcdefABCDEF":
            raise Error("Non-hexadecimal digit found")
    return bytes.fromhex(text)


b2a_hex, a2b_hex = hexlify, unhexlify
_ALPHABET = b"ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/"
_VALUES = {c: n for n, c in enumerate(_ALPHABET)}


def _ascii(data):
    if isinstance(data, str):
        try:
            return data.encode("ascii")
        except UnicodeEncodeError:
            raise ValueError("string argument should contain only ASCII characters") from None
    return bytes(data)


def b2a_base64(data, /, *, newline=True):
    text = _encode64(bytes(data))
    return text + b"\n" if newline else text


def a2b_base64(data, /, *, strict_mode=False):
    text = _ascii(data)
    known = _decode64(text)
    if known is not None:
        return known
    out, bits, count, pads = bytearray(), 0, 0, 0
    for k, c in enumerate(text):
        if c == 61:
            pads += 1
            if count % 4 >= 2 and count % 4 + pads >= 4:
                if strict_mode and k + 1 < len(text):
                    raise Error("Excess data after padding")
                break
            continue
        value = _VALUES.get(c)
        if value is None:
            if strict_mode:
                raise Error("Only base64 data is allowed")
            continue
        if strict_mode and pads:
            raise Error("Discontinuous padding not allowed")
        pads = 0
        bits = bits << 6 | value
        count += 1
        if count % 4 == 0:
            out += bits.to_bytes(3, "big")
            bits = 0
    else:
        pads = 0
    left = count % 4
    if left == 1:
        raise Error("Invalid base64-encoded string: number of data characters (%d) cannot be 1 "
                    "more than a multiple of 4" % count)
    if left and not pads:
        raise Error("Incorrect padding")
    if left == 2:
        out.append(bits >> 4)
    elif left == 3:
        out += (bits >> 2).to_bytes(2, "big")
    return bytes(out)


def crc_hqx(data, value, /):
    for byte in bytes(data):
        value ^= byte << 8
        for _ in range(8):
            value = (value << 1 ^ 0x1021 if value & 0x8000 else value << 1) & 0xffff
    return value
