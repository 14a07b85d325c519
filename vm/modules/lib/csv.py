"""Rows of texts that are separated by a character, in files."""
import re
from _csv import (Dialect as _Dialect, Error, QUOTE_ALL, QUOTE_MINIMAL, QUOTE_NONE,
                  QUOTE_NONNUMERIC, __version__, field_size_limit, get_dialect, list_dialects,
                  reader, register_dialect, unregister_dialect, writer)

__all__ = ["QUOTE_MINIMAL", "QUOTE_ALL", "QUOTE_NONNUMERIC", "QUOTE_NONE", "Error", "Dialect",
           "__doc__", "excel", "excel_tab", "field_size_limit", "reader", "writer",
           "register_dialect", "get_dialect", "list_dialects", "Sniffer", "unregister_dialect",
           "__version__", "DictReader", "DictWriter", "unix_dialect"]


class Dialect:
    """What dialects that are classes begin from."""

    delimiter = quotechar = escapechar = doublequote = None
    skipinitialspace = lineterminator = quoting = None

    def __init__(self):
        try:
            _Dialect(self)
        except TypeError as error:
            raise Error(str(error))


class excel(Dialect):
    """What Excel writes."""

    delimiter = ","
    quotechar = '"'
    doublequote = True
    skipinitialspace = False
    lineterminator = "\r\n"
    quoting = QUOTE_MINIMAL


class excel_tab(excel):
    """What Excel writes, with tabs."""

    delimiter = "\t"


class unix_dialect(Dialect):
    """Everything between quotes, and lines that end as those of Unix."""

    delimiter = ","
    quotechar = '"'
    doublequote = True
    skipinitialspace = False
    lineterminator = "\n"
    quoting = QUOTE_ALL


register_dialect("excel", excel)
register_dialect("excel-tab", excel_tab)
register_dialect("unix", unix_dialect)


class DictReader:
    """Iterates over rows as dicts."""

    def __init__(self, f, fieldnames=None, restkey=None, restval=None, dialect="excel", *args,
                 **kwds):
        self._fieldnames = fieldnames
        self.restkey = restkey
        self.restval = restval
        self.dialect = dialect
        self.reader = reader(f, dialect, *args, **kwds)
        self.line_num = 0

    def __iter__(self):
        return self

    @property
    def fieldnames(self):
        """The names that were given, or else the first row."""
        names = self._fieldnames
        if names is None:
            names = self._fieldnames = next(self.reader, None)
        self.line_num = self.reader.line_num
        return names

    @fieldnames.setter
    def fieldnames(self, value):
        self._fieldnames = value

    def _next_row(self):
        """The next row that is not empty; those before it are not counted, as in CPython."""
        row = next(self.reader)
        self.line_num = self.reader.line_num
        return row or next(filter(None, self.reader))

    def __next__(self):
        if not self.line_num:
            self.fieldnames  # the first row is read before the first one that is returned
        row = self._next_row()
        names = self.fieldnames
        made = dict(zip(names, row))
        if len(row) > len(names):
            made[self.restkey] = row[len(names):]
        else:
            for name in names[len(row):]:
                made[name] = self.restval
        return made


class DictWriter:
    """Writes dicts as rows."""

    def __init__(self, f, fieldnames, restval="", extrasaction="raise", dialect="excel", *args,
                 **kwds):
        self.fieldnames = fieldnames
        self.restval = restval
        if extrasaction.lower() not in ("raise", "ignore"):
            raise ValueError("extrasaction (%s) must be 'raise' or 'ignore'" % extrasaction)
        self.extrasaction = extrasaction
        self.writer = writer(f, dialect, *args, **kwds)

    def writeheader(self):
        return self.writerow(dict(zip(self.fieldnames, self.fieldnames)))

    def _row(self, rowdict):
        if self.extrasaction == "raise":
            others = [key for key in rowdict if key not in self.fieldnames]
            if others:
                raise ValueError("dict contains fields not in fieldnames: "
                                 + ", ".join(map(repr, others)))
        return (rowdict.get(name, self.restval) for name in self.fieldnames)

    def writerow(self, rowdict):
        return self.writer.writerow(self._row(rowdict))

    def writerows(self, rowdicts):
        return self.writer.writerows(map(self._row, rowdicts))


# A field between quotes, and the delimiters around it.
_QUOTED = re.compile(r"""(?:(?P<before>[^\w\n"'])(?P<space> ?)|^)(?P<quote>["']).*?(?P=quote)"""
                     r"""(?=(?P<after>[^\w\n"'])(?P<room> ?)|$)""", re.DOTALL | re.MULTILINE)


def _most_frequent(values):
    """The most frequent one, the first of equal ones."""
    return max(dict.fromkeys(values), key=values.count)


class Sniffer:
    """Guesses how a sample is written."""

    def __init__(self):
        self.preferred = [",", "\t", ";", " ", ":"]

    def sniff(self, sample, delimiters=None):
        """A dialect class for a sample."""
        mark, skips, quote, doubles = self._by_quotes(sample, delimiters)
        if not mark:
            mark, skips = self._by_counts(sample, delimiters)
        if not mark:
            raise Error("Could not determine delimiter")

        class dialect(Dialect):
            _name = "sniffed"
            lineterminator = "\r\n"
            quoting = QUOTE_MINIMAL

        dialect.delimiter = mark
        dialect.doublequote = doubles
        dialect.quotechar = quote or '"'
        dialect.skipinitialspace = skips
        return dialect

    def _by_quotes(self, sample, delimiters):
        """(delimiter, whether a space follows it, quote, whether quotes are doubled)."""
        matches = list(_QUOTED.finditer(sample))
        if not matches:
            return None, False, "", False
        quote = _most_frequent([match["quote"] for match in matches])
        spaces = [pair for match in matches for pair in (match.group("before", "space"),
                                                         match.group("after", "room"))]
        marks = [mark for mark, _ in spaces if mark and (delimiters is None or mark in delimiters)]
        if not marks:
            return None, False, quote, False
        mark = _most_frequent(marks)
        skips = all(space for before, space in spaces if before == mark)
        doubled = re.compile(r"(?:^|%s) *%s[^%s\n]*%s%s" % (re.escape(mark), quote, re.escape(mark),
                                                             quote, quote), re.MULTILINE)
        return mark, skips, quote, doubled.search(sample) is not None

    def _by_counts(self, sample, delimiters):
        """The character that is in most lines as often as in the others."""
        lines = [line for line in sample.split("\n") if line]
        steady = {}
        for c in sorted(set("".join(lines))):
            if ord(c) > 126 or delimiters is not None and c not in delimiters:
                continue
            counts = [line.count(c) for line in lines]
            usual = _most_frequent(counts)
            share = counts.count(usual) / len(counts)
            if usual and share >= 0.9:
                steady[c] = share, usual
        if not steady:
            return None, False
        best = [c for c in steady if steady[c][0] == max(steady.values())[0]]
        liked = ([c for c in self.preferred if c in best]
                 or [c for c in self.preferred if c in steady])
        mark = liked[0] if liked else max(best, key=lambda c: (steady[c][1], c))
        return mark, lines[0].count(mark) == lines[0].count(mark + " ")

    def has_header(self, sample):
        """Whether the first row looks like names of what is below it."""
        header, *rows = reader(sample.splitlines(True), self.sniff(sample))
        rows = [row for row in rows if row][:20]
        rows = [row for row in rows if len(row) == len(header)]
        votes = 0
        for place, title in enumerate(header):
            kinds = {_kind_of(row[place]) for row in rows}
            if len(kinds) < 2:
                same = len(title) in kinds or ("number" in kinds and _kind_of(title) == "number")
                votes += -1 if same else 1
        return votes > 0


def _kind_of(text):
    """"number", or the length of another text."""
    try:
        float(text)
    except ValueError:
        return len(text)
    return "number"
