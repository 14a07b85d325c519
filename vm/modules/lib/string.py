"""Groups of characters, templates, and the formatter of str.format as a class."""
whitespace = " \t\n\r\v\f"
ascii_lowercase = "abcdefghijklmnopqrstuvwxyz"
ascii_uppercase = "ABCDEFGHIJKLMNOPQRSTUVWXYZ"
ascii_letters = ascii_lowercase + ascii_uppercase
digits = "0123456789"
hexdigits = digits + "abcdef" + "ABCDEF"
octdigits = "01234567"
punctuation = "!\"#$%&'()*+,-./:;<=>?@[\\]^_`{|}~"
printable = digits + ascii_letters + punctuation + whitespace

_NAME_START = ascii_letters + "_"
_NAME = _NAME_START + digits
_NUMBERING = "cannot switch from manual field specification to automatic field numbering"


def capwords(s, sep=None):
    """Each word with a capital first letter and small ones after it."""
    return (sep or " ").join(word.capitalize() for word in s.split(sep))


class Template:
    """Text with $name and ${name} in it; $$ is a dollar sign. A subclass may have names of another
    form (idpattern, braceidpattern, flags) or a whole pattern of its own."""

    delimiter = "$"
    idpattern = "(?a:[_a-z][_a-z0-9]*)"
    braceidpattern = None
    flags = 2  # re.IGNORECASE

    def __init__(self, template):
        self.template = template

    def _pieces(self):
        """(text, None) or (source, name), in order; (place, "") where a name is missing."""
        for own in ("idpattern", "braceidpattern", "flags", "pattern"):
            if getattr(type(self), own, None) != getattr(Template, own, None):
                yield from self._pieces_by_pattern()
                return
        text, at = self.template, 0
        while True:
            found = text.find(self.delimiter, at)
            if found < 0:
                yield text[at:], None
                return
            yield text[at:found], None
            at = found + len(self.delimiter)
            if text.startswith(self.delimiter, at):
                yield self.delimiter, None
                at += len(self.delimiter)
                continue
            braced = text.startswith("{", at)
            end = start = at + braced
            if end < len(text) and text[end] in _NAME_START:
                while end < len(text) and text[end] in _NAME:
                    end += 1
            if end == start or (braced and not text.startswith("}", end)):
                yield found, ""
                yield self.delimiter, None
                continue
            end += braced
            yield text[found:end], text[start:end - braced]
            at = end

    def _pieces_by_pattern(self):
        import re

        cls = type(self)
        pattern = getattr(cls, "pattern", None)
        if pattern is None:
            sign, name = re.escape(cls.delimiter), cls.idpattern
            pattern = "%s(?:(?P<escaped>%s)|(?P<named>%s)|{(?P<braced>%s)}|(?P<invalid>))" % (
                sign, sign, name, cls.braceidpattern or name)
        if isinstance(pattern, str):
            pattern = cls.pattern = re.compile(pattern, cls.flags | re.VERBOSE)
        at = 0
        for found in pattern.finditer(self.template):
            yield self.template[at:found.start()], None
            at = found.end()
            parts = found.groupdict()
            name = parts.get("named") or parts.get("braced")
            if name is not None:
                yield found.group(), name
            elif parts.get("escaped") is not None:
                yield self.delimiter, None
            elif parts.get("invalid") is not None:
                yield found.start("invalid") - len(self.delimiter), ""
                yield found.group(), None
            else:
                raise ValueError("Unrecognized named group in pattern", pattern)
        yield self.template[at:], None

    def _invalid(self, at):
        lines = self.template[:at].splitlines(keepends=True)
        if not lines:
            line, column = 1, 1
        else:
            column = at - len("".join(lines[:-1]))
            line = len(lines)
            column += 1
        raise ValueError("Invalid placeholder in string: line %d, col %d" % (line, column))

    def substitute(self, mapping={}, /, **keywords):
        out = []
        for piece, name in self._pieces():
            if name is None:
                out.append(piece)
            elif name == "":
                self._invalid(piece)
            else:
                out.append(str(keywords[name] if name in keywords else mapping[name]))
        return "".join(out)

    def safe_substitute(self, mapping={}, /, **keywords):
        out = []
        for piece, name in self._pieces():
            if name is None:
                out.append(piece)
            elif name:
                if name in keywords:
                    piece = str(keywords[name])
                elif name in mapping:
                    piece = str(mapping[name])
                out.append(piece)
        return "".join(out)

    def is_valid(self):
        return all(name != "" for _, name in self._pieces())

    def get_identifiers(self):
        return list(dict.fromkeys(name for _, name in self._pieces() if name))


def _first_of(characters, text, at):
    """Where one of the characters stands first from a place on; the end if none does."""
    return min((k for k in (text.find(c, at) for c in characters) if k >= 0), default=len(text))


def _closing(text, at):
    """Where the brace is closed that was opened before this place."""
    depth = 1
    for k in range(at, len(text)):
        depth += (text[k] == "{") - (text[k] == "}")
        if not depth:
            return k
    raise ValueError("expected '}' before end of string")


def _fields(text):
    """(literal text, field or None) for each piece of a format string."""
    literal, at = "", 0
    while at < len(text):
        found = _first_of("{}", text, at)
        literal += text[at:found]
        if found == len(text):
            break
        brace, at = text[found], found + 1
        if text.startswith(brace, at):
            yield literal + brace, None
            literal, at = "", at + 1
            continue
        if brace == "}" or at == len(text):
            raise ValueError("Single '%s' encountered in format string" % brace)
        end = _closing(text, at)
        yield literal, text[at:end]
        literal, at = "", end + 1
    if literal:
        yield literal, None


def _parts_of_field(field):
    """name, format specification, conversion."""
    level = 0  # of brackets: what is in them belongs to the name
    for k, c in enumerate(field):
        level += (c == "[") - (c == "]" and level > 0)
        if level or c not in "!:":
            continue
        if c == ":":
            return field[:k], field[k + 1:], None
        conversion, rest = field[k + 1:k + 2], field[k + 2:]
        if not conversion:
            raise ValueError("end of string while looking for conversion specifier")
        if rest and not rest.startswith(":"):
            raise ValueError("expected ':' after conversion specifier")
        return field[:k], rest[1:], conversion
    return field, "", None


def _steps(name):
    """The first part of a field's name, and (is attribute, key) for each of the others."""
    end = _first_of(".[", name, 0)
    first, steps = name[:end], []
    while end < len(name):
        if name[end] == ".":
            stop = _first_of(".[", name, end + 1)
            key = name[end + 1:stop]
        elif name[end] == "[":
            stop = name.find("]", end)
            if stop < 0:
                raise ValueError("Missing ']' in format string")
            key = name[end + 1:stop]
            stop += 1
        else:
            raise ValueError("Only '.' or '[' may follow ']' in format field specifier")
        if not key:
            raise ValueError("Empty attribute in format string")
        is_attribute = name[end] == "."
        steps.append((is_attribute, int(key) if not is_attribute and key.isdecimal() else key))
        end = stop
    return int(first) if first.isdecimal() else first, steps


class Formatter:
    """str.format, with the steps as methods."""

    def format(self, format_string, /, *args, **kwargs):
        return self.vformat(format_string, args, kwargs)

    def vformat(self, format_string, args, kwargs):
        used = set()
        text, _ = self._filled(format_string, args, kwargs, used, 2, 0)
        self.check_unused_args(used, args, kwargs)
        return text

    def _filled(self, format_string, args, kwargs, used, depth, number):
        """The text, and the number of the next field without a name (False: they have numbers)."""
        if depth < 0:
            raise ValueError("Max string recursion exceeded")
        out = []
        for literal, name, spec, conversion in self.parse(format_string):
            out.append(literal or "")
            if name is None:
                continue
            if name == "":
                if number is False:
                    raise ValueError(_NUMBERING)
                name, number = str(number), number + 1
            elif name.isdigit():
                if number:
                    raise ValueError(_NUMBERING)
                number = False
            value, key = self.get_field(name, args, kwargs)
            used.add(key)
            value = self.convert_field(value, conversion)
            spec, number = self._filled(spec, args, kwargs, used, depth - 1, number)
            out.append(self.format_field(value, spec))
        return "".join(out), number

    def parse(self, format_string):
        for literal, field in _fields(format_string):
            yield (literal, *((None,) * 3 if field is None else _parts_of_field(field)))

    def get_field(self, field_name, args, kwargs):
        first, steps = _steps(field_name)
        value = self.get_value(first, args, kwargs)
        for is_attribute, key in steps:
            value = getattr(value, key) if is_attribute else value[key]
        return value, first

    def get_value(self, key, args, kwargs):
        return (args if isinstance(key, int) else kwargs)[key]

    def check_unused_args(self, used_args, args, kwargs):
        pass

    def format_field(self, value, format_spec):
        return format(value, format_spec)

    def convert_field(self, value, conversion):
        if conversion is None:
            return value
        if conversion == "s":
            return str(value)
        if conversion == "r":
            return repr(value)
        if conversion == "a":
            return ascii(value)
        raise ValueError("Unknown conversion specifier %s" % conversion)
