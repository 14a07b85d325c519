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


class Formatter:
    """str.format, with the steps as methods."""

    def format(self, format_string, /, *args, **kwargs):
        return self.vformat(format_string, args, kwargs)

    def vformat(self, format_string, args, kwargs):
        return format_string.format(*args, **kwargs)

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
