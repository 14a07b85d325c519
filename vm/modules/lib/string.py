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


def capwords(s, sep=None):
    """Each word with a capital first letter and small ones after it."""
    return (sep or " ").join(word.capitalize() for word in s.split(sep))


class Template:
    """Text with $name and ${name} in it; $$ is a dollar sign."""

    delimiter = "$"

    def __init__(self, template):
        self.template = template

    def _pieces(self):
        """(text, None) or (source, name), in order; (rest, "") where a name is missing."""
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
        names = []
        for _, name in self._pieces():
            if name and name not in names:
                names.append(name)
        return names


def _first_of(name):
    """What of a field's name is before its first . or [."""
    return name.partition(".")[0].partition("[")[0]


def _parts_of_field(field):
    """Name, spec and conversion of what is between braces."""
    end, inside = 0, False
    while end < len(field) and (inside or field[end] not in ":!"):
        inside = field[end] == "[" or (inside and field[end] != "]")
        end += 1
    name, rest = field[:end], field[end:]
    if not rest.startswith("!"):
        return name, rest[1:], None
    if len(rest) == 1:
        raise ValueError("unmatched '{' in format spec")
    if len(rest) > 2 and rest[2] != ":":
        raise ValueError("expected ':' after conversion specifier")
    return name, rest[3:], rest[1]


class Formatter:
    """str.format, with the steps as methods."""

    def format(self, format_string, /, *args, **kwargs):
        return self.vformat(format_string, args, kwargs)

    def vformat(self, format_string, args, kwargs):
        used = set()
        text, _ = self._filled(format_string, args, kwargs, used, 2, 0)
        self.check_unused_args(used, args, kwargs)
        return text

    def _filled(self, text, args, kwargs, used, depth, counted):
        """The text with its fields filled in, and the number of the next field that has none;
        None: fields have numbers."""
        if depth < 0:
            raise ValueError("Max string recursion exceeded")
        out = []
        for literal, name, spec, conversion in self.parse(text):
            out.append(literal)
            if name is None:
                continue
            first = _first_of(name)
            if name == "" or first.isdigit():
                if (name == "" and counted is None) or (name != "" and counted):
                    raise ValueError("cannot switch from manual field specification to automatic "
                                     "field numbering")
                name, counted = (str(counted), counted + 1) if name == "" else (name, None)
            value, key = self.get_field(name, args, kwargs)
            used.add(key)
            value = self.convert_field(value, conversion)
            spec, counted = self._filled(spec, args, kwargs, used, depth - 1, counted)
            out.append(self.format_field(value, spec))
        return "".join(out), counted

    def parse(self, format_string):
        """(text before it, name, spec, conversion) of each field."""
        text, at = format_string, 0
        while at < len(text):
            start = at
            while at < len(text) and text[at] not in "{}":
                at += 1
            literal, brace = text[start:at], text[at:at + 1]
            if brace and text.startswith(brace, at + 1):
                literal += brace
                at += 2
                brace = ""
            if not brace:
                yield literal, None, None, None
                continue
            if brace == "}" or at + 1 == len(text):
                raise ValueError("Single %r encountered in format string" % brace)
            at = start = at + 1
            depth = 1
            while depth:
                if at == len(text):
                    raise ValueError("expected '}' before end of string")
                depth += (text[at] == "{") - (text[at] == "}")
                at += 1
            yield (literal,) + _parts_of_field(text[start:at - 1])

    def get_field(self, field_name, args, kwargs):
        first = _first_of(field_name)
        key = int(first) if first.isdigit() else first
        value, rest = self.get_value(key, args, kwargs), field_name[len(first):]
        while rest:
            if rest[0] == ".":
                name = _first_of(rest[1:])
                value, rest = getattr(value, name), rest[len(name) + 1:]
            elif rest[0] == "[":
                name, closed, rest = rest[1:].partition("]")
                if not closed:
                    raise ValueError("Missing ']' in format string")
                value = value[int(name) if name.isdigit() else name]
            else:
                raise ValueError("Only '.' or '[' may follow ']' in format field specifier")
        return value, key

    def get_value(self, key, args, kwargs):
        return args[key] if isinstance(key, int) else kwargs[key]

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
