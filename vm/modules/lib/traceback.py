"""Tracebacks as text, as the interpreter prints them. Natively: _format_whole(exception)."""
import sys


class FrameSummary:
    """One line of a traceback."""

    def __init__(self, filename, lineno, name, line=None):
        self.filename = filename
        self.lineno = lineno
        self.name = name
        self.line = line

    def __iter__(self):
        return iter((self.filename, self.lineno, self.name, self.line))

    def __getitem__(self, index):
        return (self.filename, self.lineno, self.name, self.line)[index]

    def __len__(self):
        return 4

    def __eq__(self, other):
        return tuple(self) == tuple(other)

    def __repr__(self):
        return "<FrameSummary file %s, line %s in %s>" % (self.filename, self.lineno, self.name)


class StackSummary(list):
    """The lines of a traceback."""

    def format(self):
        return format_list(self)


def _exception_of(exc, value):
    """Old calls give class, value and traceback, new ones the exception."""
    if isinstance(exc, BaseException):
        return exc
    return value


def _cut(text):
    """A printed exception in pieces that each begin where CPython's list items begin."""
    pieces = []
    for line in text.splitlines(keepends=True):
        # What belongs to a frame; a SyntaxError's place has no function's name, and pieces of its own.
        continued = (line.startswith("    ") and pieces and pieces[-1].startswith("  File ")
                     and ", in " in pieces[-1])
        if continued:
            pieces[-1] += line
        else:
            pieces.append(line)
    return pieces


def _without_chain(error):
    """The text of the exception itself, without those that led to it."""
    text = _format_whole(error)
    for marker in ("\nThe above exception was the direct cause of the following exception:\n\n",
                   "\nDuring handling of the above exception, another exception occurred:\n\n"):
        at = text.rfind(marker)
        if at >= 0 and (error.__cause__ is not None or error.__context__ is not None):
            text = text[at + len(marker):]
    return text


def _is_frame(piece):
    return (piece.startswith("  File ") and ", in " in piece) or piece.startswith("  [Previous line ")


def _limited(pieces, limit):
    """At most `limit` frames of each traceback: the first ones, or the last if it is negative."""
    kept, frames = [], []
    for piece in pieces + [""]:
        if piece and _is_frame(piece):
            frames.append(piece)
            continue
        kept += frames[:limit] if limit >= 0 else frames[limit:]
        if limit or not piece.startswith("Traceback (most recent call last)"):
            kept.append(piece)
        frames = []
    return kept[:-1]


def format_exception(exc, value=None, tb=None, limit=None, chain=True):
    error = _exception_of(exc, value)
    if error is None:
        return ["NoneType: None\n"]
    pieces = _cut(_format_whole(error) if chain else _without_chain(error))
    return pieces if limit is None else _limited(pieces, limit)


def format_exception_only(exc, value=None):
    error = _exception_of(exc, value)
    if error is None:
        return ["NoneType: None\n"]
    pieces = _cut(_without_chain(error))
    while pieces and (pieces[0].startswith("Traceback (most recent call last)")
                      or (pieces[0].startswith("  File ") and not isinstance(error, SyntaxError))
                      or pieces[0].startswith("  [Previous line repeated")):
        pieces.pop(0)
    return pieces


def print_exception(exc, value=None, tb=None, limit=None, file=None, chain=True):
    text = "".join(format_exception(exc, value, tb, limit, chain))
    (file or sys.stderr).write(text)


def format_exc(limit=None, chain=True):
    return "".join(format_exception(sys.exc_info()[1], limit=limit, chain=chain))


def print_exc(limit=None, file=None, chain=True):
    (file or sys.stderr).write(format_exc(limit, chain))


def extract_tb(tb, limit=None):
    """The lines of a traceback, the outermost first."""
    lines = StackSummary()
    while tb is not None and (limit is None or len(lines) < limit):
        code = tb.tb_frame.f_code
        lines.append(FrameSummary(code.co_filename, tb.tb_lineno, code.co_name,
                                  _source_line(code.co_filename, tb.tb_lineno)))
        tb = tb.tb_next
    return lines


def _frames_of(tb):
    """The frames of a traceback as text, with marks."""
    return list(filter(_is_frame, _cut(_format_whole(Exception().with_traceback(tb)))))


_sources = {}


def _source_line(filename, lineno):
    if filename not in _sources:
        try:
            with open(filename) as stream:
                _sources[filename] = stream.read().splitlines()
        except OSError:
            _sources[filename] = []
    lines = _sources[filename]
    return lines[lineno - 1].strip() if 0 < lineno <= len(lines) else ""


def format_list(lines):
    texts = []
    for filename, lineno, name, line in lines:
        text = '  File "%s", line %d, in %s\n' % (filename, lineno, name)
        if line:
            text += "    %s\n" % line.strip()
        texts.append(text)
    return texts


def format_tb(tb, limit=None):
    return _limited(_frames_of(tb), sys.maxsize if limit is None else limit)


def print_tb(tb, limit=None, file=None):
    (file or sys.stderr).write("".join(format_tb(tb, limit)))


def _lines_of(calls, limit=None):
    """The lines of calls as sys._call_stack() lists them, the outermost first."""
    calls = calls if limit is None else calls[:limit]
    return StackSummary(
        FrameSummary(code.co_filename, lineno, code.co_name, _source_line(code.co_filename, lineno))
        for code, lineno, _ in reversed(calls))


def extract_stack(f=None, limit=None):
    """The lines of the calls under way, the outermost first."""
    if f is None:
        return _lines_of(sys._call_stack()[1:], limit)
    calls = []
    while f is not None:
        calls.append((f.f_code, f.f_lineno, None))
        f = f.f_back
    return _lines_of(calls, limit)


def format_stack(f=None, limit=None):
    return format_list(extract_stack(f, limit) if f else _lines_of(sys._call_stack()[1:], limit))


def print_stack(f=None, limit=None, file=None):
    lines = extract_stack(f, limit) if f else _lines_of(sys._call_stack()[1:], limit)
    (file or sys.stderr).write("".join(format_list(lines)))


def print_list(extracted_list, file=None):
    (file or sys.stderr).write("".join(format_list(extracted_list)))


def print_last(limit=None, file=None, chain=True):
    if not hasattr(sys, "last_type"):
        raise ValueError("no last exception")
    print_exception(sys.last_type, sys.last_value, sys.last_traceback, limit, file, chain)


def walk_tb(tb):
    """Pairs of frame and line of a traceback."""
    while tb is not None:
        yield tb.tb_frame, tb.tb_lineno
        tb = tb.tb_next


def clear_frames(tb):
    """Nothing to do: an exception's frames keep no local variables."""


class TracebackException:
    """What is to be printed of an exception, taken when it is made."""

    def __init__(self, exc_type, exc_value, exc_traceback=None, *, limit=None, **options):
        self.exc_type = exc_type
        self.stack = extract_tb(exc_traceback, limit)
        self._whole = format_exception(exc_type, exc_value, exc_traceback, limit)
        self._alone = format_exception(exc_type, exc_value, exc_traceback, limit, chain=False)
        self._only = format_exception_only(exc_type, exc_value)
        self._text = str(exc_value)
        cause = getattr(exc_value, "__cause__", None)
        context = getattr(exc_value, "__context__", None)
        self.__suppress_context__ = getattr(exc_value, "__suppress_context__", False)
        self.__cause__ = None if cause is None else TracebackException.from_exception(cause)
        self.__context__ = None if context is None else TracebackException.from_exception(context)

    @classmethod
    def from_exception(cls, exc, *args, **options):
        return cls(type(exc), exc, exc.__traceback__, *args, **options)

    def __str__(self):
        return self._text

    def __eq__(self, other):
        if not isinstance(other, TracebackException):
            return NotImplemented
        return self._whole == other._whole

    def format_exception_only(self):
        yield from self._only

    def format(self, *, chain=True):
        yield from self._whole if chain else self._alone

    def print(self, *, file=None, chain=True):
        (file or sys.stderr).write("".join(self.format(chain=chain)))
