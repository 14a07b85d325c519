"""JSON text from values, and values from JSON text (RFC 8259, with NaN and infinities as CPython)."""


class JSONDecodeError(ValueError):
    """The text is no JSON; says where."""

    __module__ = "json.decoder"

    def __init__(self, msg, doc, pos):
        line = doc.count("\n", 0, pos) + 1
        column = pos - doc.rfind("\n", 0, pos)
        super().__init__("%s: line %d column %d (char %d)" % (msg, line, column, pos))
        self.msg = msg
        self.doc = doc
        self.pos = pos
        self.lineno = line
        self.colno = column


# ---- from text
_SPACE = " \t\n\r"
_ESCAPES = {'"': '"', "\\": "\\", "/": "/", "b": "\b", "f": "\f", "n": "\n", "r": "\r", "t": "\t"}
_CONSTANTS = {"null": None, "true": True, "false": False}


def _skip(text, at):
    size = len(text)
    while at < size and text[at] in _SPACE:
        at += 1
    return at


def _read_hex(text, at):
    digits = text[at + 1:at + 5]
    if len(digits) == 4 and digits[1] not in "xX":
        try:
            return int(digits, 16)
        except ValueError:
            pass
    raise JSONDecodeError("Invalid \\uXXXX escape", text, at)


def _read_string(text, at, strict):
    """The string that begins behind the quote at at - 1, and where it ends."""
    begin = at - 1
    pieces = []
    while True:
        quote = text.find('"', at)
        if quote < 0:
            quote = len(text)
        slash = text.find("\\", at, quote)
        end = quote if slash < 0 else slash
        piece = text[at:end]
        if strict:
            for offset, c in enumerate(piece):
                if c < " ":
                    raise JSONDecodeError("Invalid control character at", text, at + offset)
        pieces.append(piece)
        if end >= len(text):
            raise JSONDecodeError("Unterminated string starting at", text, begin)
        if slash < 0:
            return "".join(pieces), end + 1
        at = end + 1
        if at >= len(text):
            raise JSONDecodeError("Unterminated string starting at", text, begin)
        c = text[at]
        if c != "u":
            if c not in _ESCAPES:
                raise JSONDecodeError("Invalid \\escape", text, at - 1)
            pieces.append(_ESCAPES[c])
            at += 1
            continue
        code = _read_hex(text, at)
        at += 5
        if 0xd800 <= code <= 0xdbff and text[at:at + 2] == "\\u":
            low = _read_hex(text, at + 1)
            if 0xdc00 <= low <= 0xdfff:
                code = 0x10000 + ((code - 0xd800) << 10 | (low - 0xdc00))
                at += 6
        pieces.append(chr(code))


class JSONDecoder:
    """Reads JSON; the arguments say what becomes of objects, floats, ints and constants."""

    def __init__(self, *, object_hook=None, parse_float=None, parse_int=None, parse_constant=None,
                 strict=True, object_pairs_hook=None):
        self.object_hook = object_hook
        self.parse_float = parse_float or float
        self.parse_int = parse_int or int
        self.parse_constant = parse_constant
        self.strict = strict
        self.object_pairs_hook = object_pairs_hook

    def decode(self, s):
        value, at = self.raw_decode(s, _skip(s, 0))
        at = _skip(s, at)
        if at != len(s):
            raise JSONDecodeError("Extra data", s, at)
        return value

    def raw_decode(self, s, idx=0):
        return self._value(s, idx)

    def _value(self, text, at):
        c = text[at:at + 1]
        if c == '"':
            return _read_string(text, at + 1, self.strict)
        if c == "{":
            return self._object(text, at + 1)
        if c == "[":
            return self._array(text, at + 1)
        for word in _CONSTANTS:
            if c == word[0] and text.startswith(word, at):
                return _CONSTANTS[word], at + len(word)
        number = self._number(text, at)
        if number is not None:
            return number
        for word, value in (("NaN", "nan"), ("Infinity", "inf"), ("-Infinity", "-inf")):
            if text.startswith(word, at):
                found = self.parse_constant(word) if self.parse_constant else float(value)
                return found, at + len(word)
        raise JSONDecodeError("Expecting value", text, at)

    def _number(self, text, at):
        size = len(text)
        end = at + (text[at:at + 1] == "-")
        first = end
        while end < size and "0" <= text[end] <= "9":
            end += 1
        if end == first:
            return None
        if text[first] == "0":
            end = first + 1
        whole = True
        if text[end:end + 1] == ".":
            stop = end + 1
            while stop < size and "0" <= text[stop] <= "9":
                stop += 1
            if stop > end + 1:
                end = stop
                whole = False
        if text[end:end + 1] in ("e", "E"):
            stop = end + 1
            if text[stop:stop + 1] in ("+", "-"):
                stop += 1
            digits = stop
            while stop < size and "0" <= text[stop] <= "9":
                stop += 1
            if stop > digits:
                end = stop
                whole = False
        word = text[at:end]
        return (self.parse_int if whole else self.parse_float)(word), end

    def _array(self, text, at):
        values = []
        at = _skip(text, at)
        if text[at:at + 1] == "]":
            return values, at + 1
        while True:
            value, at = self._value(text, at)
            values.append(value)
            at = _skip(text, at)
            c = text[at:at + 1]
            if c == "]":
                return values, at + 1
            if c != ",":
                raise JSONDecodeError("Expecting ',' delimiter", text, at)
            at = _skip(text, at + 1)

    def _object(self, text, at):
        pairs = []
        at = _skip(text, at)
        if text[at:at + 1] == "}":
            at += 1
        else:
            while True:
                if text[at:at + 1] != '"':
                    raise JSONDecodeError("Expecting property name enclosed in double quotes", text, at)
                key, at = _read_string(text, at + 1, self.strict)
                at = _skip(text, at)
                if text[at:at + 1] != ":":
                    raise JSONDecodeError("Expecting ':' delimiter", text, at)
                value, at = self._value(text, _skip(text, at + 1))
                pairs.append((key, value))
                at = _skip(text, at)
                c = text[at:at + 1]
                at += 1
                if c == "}":
                    break
                if c != ",":
                    raise JSONDecodeError("Expecting ',' delimiter", text, at - 1)
                at = _skip(text, at)
                if text[at:at + 1] != '"':
                    raise JSONDecodeError("Expecting property name enclosed in double quotes", text, at)
        if self.object_pairs_hook is not None:
            return self.object_pairs_hook(pairs), at
        made = dict(pairs)
        return (self.object_hook(made) if self.object_hook else made), at


def loads(s, *, cls=None, object_hook=None, parse_float=None, parse_int=None, parse_constant=None,
          object_pairs_hook=None, **keywords):
    if isinstance(s, str):
        if s.startswith("\ufeff"):
            raise JSONDecodeError("Unexpected UTF-8 BOM (decode using utf-8-sig)", s, 0)
    elif isinstance(s, (bytes, bytearray)):
        s = s.decode("utf-8")
    else:
        raise TypeError("the JSON object must be str, bytes or bytearray, not " + type(s).__name__)
    return (cls or JSONDecoder)(object_hook=object_hook, parse_float=parse_float, parse_int=parse_int,
                                parse_constant=parse_constant, object_pairs_hook=object_pairs_hook,
                                **keywords).decode(s)


def load(fp, **keywords):
    return loads(fp.read(), **keywords)


# ---- to text
_SHORT = {'"': '\\"', "\\": "\\\\", "\b": "\\b", "\f": "\\f", "\n": "\\n", "\r": "\\r", "\t": "\\t"}


def _quoted(text, ascii_only):
    pieces = []
    plain = True
    for c in text:
        if c in _SHORT:
            c = _SHORT[c]
            plain = False
        elif c < " " or (ascii_only and c > "~"):
            code = ord(c)
            plain = False
            if code > 0xffff:
                code -= 0x10000
                c = "\\u%04x\\u%04x" % (0xd800 | code >> 10, 0xdc00 | code & 0x3ff)
            else:
                c = "\\u%04x" % code
        pieces.append(c)
    return '"' + (text if plain else "".join(pieces)) + '"'


class JSONEncoder:
    """Writes values as JSON."""

    item_separator = ", "
    key_separator = ": "

    def __init__(self, *, skipkeys=False, ensure_ascii=True, check_circular=True, allow_nan=True,
                 sort_keys=False, indent=None, separators=None, default=None):
        self.skipkeys = skipkeys
        self.ensure_ascii = ensure_ascii
        self.check_circular = check_circular
        self.allow_nan = allow_nan
        self.sort_keys = sort_keys
        self.indent = indent
        if separators is not None:
            self.item_separator, self.key_separator = separators
        elif indent is not None:
            self.item_separator = ","
        if default is not None:
            self.default = default

    def default(self, o):
        raise TypeError("Object of type %s is not JSON serializable" % type(o).__name__)

    def encode(self, o):
        pieces = []
        self._write(o, pieces.append, "\n", set())
        return "".join(pieces)

    def iterencode(self, o, _one_shot=False):
        yield self.encode(o)

    def _float(self, value):
        if value != value:
            text = "NaN"
        elif value in (float("inf"), float("-inf")):
            text = "Infinity" if value > 0 else "-Infinity"
        else:
            return float.__repr__(value)
        if not self.allow_nan:
            raise ValueError("Out of range float values are not JSON compliant")
        return text

    def _scalar(self, value):
        """Its text, or None."""
        if isinstance(value, str):
            return _quoted(value, self.ensure_ascii)
        if value is None:
            return "null"
        if value is True:
            return "true"
        if value is False:
            return "false"
        if isinstance(value, int):
            return int.__repr__(value)
        if isinstance(value, float):
            return self._float(value)
        return None

    def _key(self, key):
        if isinstance(key, str):
            return key
        if isinstance(key, (int, float)) or key is None:
            return self._scalar(key)
        if self.skipkeys:
            return None
        raise TypeError("keys must be str, int, float, bool or None, not " + type(key).__name__)

    def _write(self, value, write, line, above):
        text = self._scalar(value)
        if text is not None:
            return write(text)
        if self.check_circular:
            if id(value) in above:
                raise ValueError("Circular reference detected")
            above.add(id(value))
        if isinstance(value, dict):
            self._write_dict(value, write, line, above)
        elif isinstance(value, (list, tuple)):
            self._write_list(value, write, line, above)
        else:
            self._write(self.default(value), write, line, above)
        above.discard(id(value))

    def _inner_line(self, line):
        if self.indent is None:
            return ""
        return line + (self.indent if isinstance(self.indent, str) else " " * self.indent)

    def _write_list(self, values, write, line, above):
        if not values:
            return write("[]")
        inner = self._inner_line(line)
        separator = "[" + inner
        for value in values:
            write(separator)
            separator = self.item_separator + inner
            self._write(value, write, inner, above)
        write((line if self.indent is not None else "") + "]")

    def _write_dict(self, values, write, line, above):
        if not values:
            return write("{}")
        inner = self._inner_line(line)
        separator = "{" + inner
        items = sorted(values.items()) if self.sort_keys else values.items()
        some = False
        for key, value in items:
            key = self._key(key)
            if key is None:
                continue
            some = True
            write(separator)
            separator = self.item_separator + inner
            write(_quoted(key, self.ensure_ascii))
            write(self.key_separator)
            self._write(value, write, inner, above)
        if not some:
            return write("{}")
        write((line if self.indent is not None else "") + "}")


def dumps(obj, *, skipkeys=False, ensure_ascii=True, check_circular=True, allow_nan=True, cls=None,
          indent=None, separators=None, default=None, sort_keys=False, **keywords):
    return (cls or JSONEncoder)(skipkeys=skipkeys, ensure_ascii=ensure_ascii,
                                check_circular=check_circular, allow_nan=allow_nan, indent=indent,
                                separators=separators, default=default, sort_keys=sort_keys,
                                **keywords).encode(obj)


def dump(obj, fp, **keywords):
    fp.write(dumps(obj, **keywords))
