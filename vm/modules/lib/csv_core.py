"""_csv: rows of texts that are separated by a character, read and written."""
import re

__version__ = "1.0"

QUOTE_MINIMAL, QUOTE_ALL, QUOTE_NONNUMERIC, QUOTE_NONE = range(4)

_MOST = 131072
_limit = _MOST  # of the characters of a field
_dialects = {}
_DEFAULTS = {"delimiter": ",", "doublequote": True, "escapechar": None, "lineterminator": "\r\n",
             "quotechar": '"', "quoting": QUOTE_MINIMAL, "skipinitialspace": False,
             "strict": False}
_FLAGS = ("doublequote", "skipinitialspace", "strict")


class Error(Exception):
    """What is wrong with a row, or with a dialect."""


def _check(name, value):
    """The value of an option; raises an error if it cannot be one."""
    if name in _FLAGS:
        return bool(value)
    if name == "quoting":
        if type(value) is not int:
            raise TypeError('"quoting" must be an integer')
    elif name == "lineterminator":
        if value is None:
            raise TypeError("lineterminator must be set")
        if not isinstance(value, str):
            raise TypeError('"lineterminator" must be a string')
    elif value is not None or name == "delimiter":
        if not isinstance(value, str):
            raise TypeError('"%s" must be string%s, not %s' % (
                name, "" if name == "delimiter" else " or None", type(value).__name__))
        if len(value) != 1:
            raise TypeError('"%s" must be a 1-character string' % name)
    return value


class Dialect:
    """How rows are written; it does not change."""

    __slots__ = tuple(_DEFAULTS)

    def __new__(cls, dialect=None, **options):
        if isinstance(dialect, str):
            dialect = get_dialect(dialect)
        for name in options:
            if name not in _DEFAULTS:
                raise TypeError("'%s' is an invalid keyword argument for this function" % name)
        if not options and isinstance(dialect, Dialect):
            return dialect
        if dialect is not None:
            for name in _DEFAULTS:
                if name not in options and hasattr(dialect, name):
                    options[name] = getattr(dialect, name)
        if options.get("quotechar", "") is None and "quoting" not in options:
            options["quoting"] = QUOTE_NONE
        made = object.__new__(cls)
        for name, default in _DEFAULTS.items():
            object.__setattr__(made, name, _check(name, options.get(name, default)))
        if not QUOTE_MINIMAL <= made.quoting <= QUOTE_NONE:
            raise TypeError('bad "quoting" value')
        if made.quotechar is None and made.quoting != QUOTE_NONE:
            raise TypeError("quotechar must be set if quoting enabled")
        return made

    def __setattr__(self, name, value):
        if name not in _DEFAULTS:
            raise AttributeError("'_csv.Dialect' object has no attribute %r" % name)
        if name in _FLAGS:
            raise AttributeError("readonly attribute")
        raise AttributeError("attribute %r of '_csv.Dialect' objects is not writable" % name)

    def __delattr__(self, name):
        self.__setattr__(name, None)


def register_dialect(name, dialect=None, **options):
    """Gives a dialect a name."""
    if not isinstance(name, str):
        raise TypeError("dialect name must be a string")
    _dialects[name] = Dialect(dialect, **options)


def unregister_dialect(name):
    if _dialects.pop(name, None) is None:
        raise Error("unknown dialect")


def get_dialect(name):
    dialect = _dialects.get(name)
    if dialect is None:
        raise Error("unknown dialect")
    return dialect


def list_dialects():
    return list(_dialects)


def field_size_limit(*limit):
    """The most characters a field may have; sets it if there is an argument."""
    global _limit
    if len(limit) > 1:
        raise TypeError("field_size_limit() takes at most 1 argument (%d given)" % len(limit))
    before = _limit
    if limit:
        if type(limit[0]) is not int:
            raise TypeError("limit must be an integer")
        if not -1 << 63 <= limit[0] < 1 << 63:
            raise OverflowError("Python int too large to convert to C long")
        _limit = limit[0]
    return before


def _none_of(*characters):
    """A pattern for as many other characters as there are."""
    characters = re.escape("".join(filter(None, characters)))
    return re.compile("[^%s]*" % characters if characters else r"[\s\S]*")


class _Row:
    """One row while it is read.

    `step` is what goes on reading from a place of a line, and tells where it stopped. Behind the
    end of a line the character is "", which any text contains, so it counts as a newline.
    """

    def __init__(self, reader):
        self.dialect = dialect = reader.dialect
        self.plain_run, self.quoted_run = reader._runs
        self.quote = None if dialect.quoting == QUOTE_NONE else dialect.quotechar
        self.fields = []
        self.parts = []
        self.size = 0
        self.number = False
        self.step = self.start_row

    def read(self, line):
        """Whether the row ends with this line."""
        at, end = 0, len(line)
        while at < end:
            at = self.step(line, at)
        self.step(line, at)
        return self.step == self.after_row

    def add(self, text):
        self.size += len(text)
        if self.size > _limit:
            raise Error("field larger than field limit (%d)" % _limit)
        self.parts.append(text)

    def save(self, step):
        """Ends a field."""
        field = "".join(self.parts)
        self.fields.append(float(field) if self.number else field)
        self.parts = []
        self.size = 0
        self.number = False
        self.step = step

    def start_row(self, line, at):
        if line[at:at + 1] in "\r\n":
            self.step = self.after_row
            return at + 1
        return self.start_field(line, at)

    def start_field(self, line, at):
        c = line[at:at + 1]
        if c in "\r\n":
            self.save(self.after_row)
        elif c == self.quote:
            self.step = self.quoted
        elif c == self.dialect.escapechar:
            self.step = self.escaped
        elif c == " " and self.dialect.skipinitialspace:
            self.step = self.start_field
        elif c == self.dialect.delimiter:
            self.save(self.start_field)
        else:
            self.number = self.dialect.quoting == QUOTE_NONNUMERIC
            return self.plain(line, at)
        return at + 1

    def plain(self, line, at):
        self.step = self.plain
        stop = self.plain_run.match(line, at).end()
        if stop > at:
            self.add(line[at:stop])
        c = line[stop:stop + 1]
        if c in "\r\n":
            if c or stop == at:  # else this comes here again for the end of the line
                self.save(self.after_row)
        elif c == self.dialect.escapechar:
            self.step = self.escaped
        else:
            self.save(self.start_field)
        return stop + 1 if c else stop

    def escaped(self, line, at):
        c = line[at:at + 1]
        self.add(c or "\n")
        self.step = self.after_newline if c and c in "\r\n" else self.plain
        return at + 1

    def after_newline(self, line, at):
        """Behind one that was escaped: what is no end of a line goes on in the next one."""
        if at == len(line):
            return at
        at = self.plain(line, at)
        if self.step == self.plain:
            self.step = self.after_newline
        return at

    def quoted(self, line, at):
        stop = self.quoted_run.match(line, at).end()
        if stop > at:
            self.add(line[at:stop])
        c = line[stop:stop + 1]
        if not c:
            return stop
        if c == self.dialect.escapechar:
            self.step = self.escaped_in_quotes
        else:
            self.step = self.after_quote if self.dialect.doublequote else self.plain
        return stop + 1

    def escaped_in_quotes(self, line, at):
        self.add(line[at:at + 1] or "\n")
        self.step = self.quoted
        return at + 1

    def after_quote(self, line, at):
        c = line[at:at + 1]
        if c == self.quote:
            self.add(c)
            self.step = self.quoted
        elif c == self.dialect.delimiter:
            self.save(self.start_field)
        elif c in "\r\n":
            self.save(self.after_row)
        elif self.dialect.strict:
            raise Error("'%s' expected after '%s'" % (self.dialect.delimiter, self.quote))
        else:
            self.add(c)
            self.step = self.plain
        return at + 1

    def after_row(self, line, at):
        if line[at:at + 1] not in "\r\n":
            raise Error("new-line character seen in unquoted field - "
                        "do you need to open the file in universal-newline mode?")
        return at + 1


class reader:
    """Iterates over the rows of lines."""

    __slots__ = ("_lines", "_dialect", "_line_num", "_runs", "_signs")

    def __init__(self, iterable, /, dialect=None, **options):
        self._lines = iter(iterable)
        self._dialect = dialect = Dialect(dialect, **options)
        self._line_num = 0
        self._runs = (_none_of("\r\n", dialect.delimiter, dialect.escapechar),
                      _none_of(dialect.quotechar, dialect.escapechar))
        quote = None if dialect.quoting == QUOTE_NONE else dialect.quotechar
        # A line without these is only split at the delimiters.
        self._signs = [c for c in (quote, dialect.escapechar, "\r", "\n") if c]
        if dialect.skipinitialspace and dialect.delimiter == " ":
            self._signs.append("")

    dialect = property(lambda self: self._dialect)
    line_num = property(lambda self: self._line_num)

    def __iter__(self):
        return self

    def _line(self):
        line = next(self._lines)
        if not isinstance(line, str):
            raise Error("iterator should return strings, not %s "
                        "(the file should be opened in text mode)" % type(line).__name__)
        self._line_num += 1
        return line

    def __next__(self):
        line = self._line()
        text = line.rstrip("\r\n")
        for sign in self._signs:
            if sign in text:
                return self._long_way(line)
        if len(text) > _limit:
            return self._long_way(line)
        if not text:
            return []
        dialect = self._dialect
        fields = text.split(dialect.delimiter)
        if dialect.skipinitialspace:
            fields = [field.lstrip(" ") for field in fields]
        if dialect.quoting == QUOTE_NONNUMERIC:
            fields = [field and float(field) for field in fields]
        return fields

    def _long_way(self, line):
        row = _Row(self)
        while not row.read(line):
            try:
                line = self._line()
            except StopIteration:
                break
        else:
            return row.fields
        if row.dialect.strict:
            raise Error("unexpected end of data")
        row.save(None)
        return row.fields


def _is_number(value):
    if isinstance(value, (int, float)):
        return True
    kind = type(value)
    return any(hasattr(kind, name) for name in ("__index__", "__int__", "__float__"))


class writer:
    """Writes rows to what has a method write()."""

    __slots__ = ("_write", "_dialect", "_special", "_replaced", "_forcing")

    def __init__(self, fileobj, /, dialect=None, **options):
        self._dialect = dialect = Dialect(dialect, **options)
        self._write = getattr(fileobj, "write", None)
        if not callable(self._write):
            raise TypeError('argument 1 must have a "write" method')
        quote, escape = dialect.quotechar, dialect.escapechar
        special = "".join(filter(None, (dialect.delimiter, escape, quote, dialect.lineterminator)))
        self._special = re.compile("[%s]" % re.escape(special))
        # What stands for such a character in a field, or None if nothing can.
        escaped = {c: escape and escape + c for c in special}
        if dialect.quoting == QUOTE_NONE:
            self._replaced, self._forcing = escaped, set()
            return
        self._replaced = {c: c for c in special}
        if escape:
            self._replaced[escape] = escaped[escape]
        self._replaced[quote] = quote + quote if dialect.doublequote else escaped[quote]
        self._forcing = set(special) - {escape}  # these are only right between quotes
        if dialect.doublequote:
            self._forcing.add(quote)
        else:
            self._forcing.discard(quote)

    dialect = property(lambda self: self._dialect)

    def _text(self, field):
        """The text of a field in a row."""
        quoting = self._dialect.quoting
        quoted = quoting == QUOTE_ALL or (quoting == QUOTE_NONNUMERIC and not _is_number(field))
        if field is None:
            field = ""
        elif not isinstance(field, str):
            field = str(field)
        found = self._special.findall(field)
        if found:
            replaced = self._replaced
            for c in found:
                if replaced[c] is None:
                    raise Error("need to escape, but no escapechar set")
                if c in self._forcing:
                    quoted = True
            field = self._special.sub(lambda match: replaced[match[0]], field)
        return self._dialect.quotechar + field + self._dialect.quotechar if quoted else field

    def writerow(self, row, /):
        """Writes one row, and returns what write() returned."""
        try:
            fields = iter(row)
        except TypeError:
            raise Error("iterable expected, not %s" % type(row).__name__) from None
        texts = [self._text(field) for field in fields]
        if texts == [""]:  # without quotes it would be a row without fields
            if self._dialect.quoting == QUOTE_NONE:
                raise Error("single empty field record must be quoted")
            texts = [self._dialect.quotechar * 2]
        line = self._dialect.delimiter.join(texts)
        return self._write(line + self._dialect.lineterminator)

    def writerows(self, rows, /):
        for row in rows:
            self.writerow(row)
