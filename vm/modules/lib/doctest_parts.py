"""Of doctest: flags, examples in texts, where texts are found, and what output is as wanted."""
import inspect
import linecache
import re
import sys
import types

OPTIONFLAGS_BY_NAME = {}


def register_optionflag(name):
    """The number of a flag, a new one if the name is new."""
    return OPTIONFLAGS_BY_NAME.setdefault(name, 1 << len(OPTIONFLAGS_BY_NAME))


DONT_ACCEPT_TRUE_FOR_1 = register_optionflag("DONT_ACCEPT_TRUE_FOR_1")
DONT_ACCEPT_BLANKLINE = register_optionflag("DONT_ACCEPT_BLANKLINE")
NORMALIZE_WHITESPACE = register_optionflag("NORMALIZE_WHITESPACE")
ELLIPSIS = register_optionflag("ELLIPSIS")
SKIP = register_optionflag("SKIP")
IGNORE_EXCEPTION_DETAIL = register_optionflag("IGNORE_EXCEPTION_DETAIL")
COMPARISON_FLAGS = (DONT_ACCEPT_TRUE_FOR_1 | DONT_ACCEPT_BLANKLINE | NORMALIZE_WHITESPACE
                    | ELLIPSIS | SKIP | IGNORE_EXCEPTION_DETAIL)
REPORT_UDIFF = register_optionflag("REPORT_UDIFF")
REPORT_CDIFF = register_optionflag("REPORT_CDIFF")
REPORT_NDIFF = register_optionflag("REPORT_NDIFF")
REPORT_ONLY_FIRST_FAILURE = register_optionflag("REPORT_ONLY_FIRST_FAILURE")
FAIL_FAST = register_optionflag("FAIL_FAST")
REPORTING_FLAGS = (REPORT_UDIFF | REPORT_CDIFF | REPORT_NDIFF | REPORT_ONLY_FIRST_FAILURE
                   | FAIL_FAST)

BLANKLINE_MARKER = "<BLANKLINE>"
ELLIPSIS_MARKER = "..."


def indented(text):
    """The text, four columns to the right."""
    return "".join("    " + line if line.strip("\n") else line
                   for line in text.splitlines(keepends=True))


def _ended(text):
    return text if text.endswith("\n") else text + "\n"


class Example:
    """A statement, and what it is to print."""

    def __init__(self, source, want, exc_msg=None, lineno=0, indent=0, options=None):
        self.source = _ended(source)
        self.want = _ended(want) if want else want
        self.exc_msg = None if exc_msg is None else _ended(exc_msg)
        self.lineno = lineno
        self.indent = indent
        self.options = {} if options is None else options

    def _parts(self):
        return (self.source, self.want, self.lineno, self.indent, self.exc_msg,
                tuple(sorted(self.options.items())))

    def __eq__(self, other):
        return self._parts() == other._parts() if type(self) is type(other) else NotImplemented

    def __hash__(self):
        return hash((self.source, self.want, self.lineno, self.indent, self.exc_msg))


class DocTest:
    """The examples of a text, and the names they see."""

    def __init__(self, examples, globs, name, filename, lineno, docstring):
        if isinstance(examples, str):
            raise AssertionError(
                "DocTest no longer accepts str; use DocTestParser instead")
        self.examples = examples
        self.globs = dict(globs)
        self.name = name
        self.filename = filename
        self.lineno = lineno
        self.docstring = docstring

    def __repr__(self):
        count = len(self.examples)
        return "<%s %s from %s:%s (%s example%s)>" % (
            type(self).__name__, self.name, self.filename, self.lineno, count or "no",
            "" if count == 1 else "s")

    def _parts(self):
        return (self.docstring, self.globs, self.name, self.filename, self.lineno, self.examples)

    def __eq__(self, other):
        return self._parts() == other._parts() if type(self) is type(other) else NotImplemented

    def __hash__(self):
        return hash((self.docstring, self.name, self.filename, self.lineno))

    def __lt__(self, other):
        if not isinstance(other, DocTest):
            return NotImplemented
        return self._order() < other._order()

    def _order(self):
        lineno = -1 if self.lineno is None else self.lineno
        return self.name, self.filename or "", lineno, id(self)


_TRACEBACK = re.compile(r"Traceback \(\s*(?:most recent call last|innermost last)\s*\):\s*$")
_DIRECTIVE = re.compile(r"#\s*doctest:\s*([^\n'\"]*)$", re.MULTILINE)
_NO_CODE = re.compile(r" *(#.*)?$")


def _exception_wanted(want):
    """What is wanted from the exception's name on, if a traceback is wanted."""
    lines = want.splitlines(keepends=True)
    if not lines or not _TRACEBACK.match(lines[0]):
        return None
    for k, line in enumerate(lines[1:], 1):
        if line[0].isalnum() or line[0] == "_":
            return "".join(lines[k:])
    return None


def _blank(line):
    return not line.strip(" ")


class _Reader:
    """The lines of a text, of which some are examples."""

    def __init__(self, text, name):
        text = text.expandtabs()
        widths = [len(line) - len(line.lstrip(" ")) for line in text.split("\n") if line.strip()]
        self.margin = min(widths, default=0)
        self.lines = [line[self.margin:] for line in text.split("\n")]
        self.name = name
        self.at = 0

    def read(self):
        """Texts and examples in turn, as they come."""
        parts, text = [], []
        while self.at < len(self.lines):
            if self.lines[self.at].lstrip(" ").startswith(">>>"):
                parts.append("\n".join(text + [""]) if text else "")
                parts.append(self._example())
                text = []
            else:
                text.append(self.lines[self.at])
                self.at += 1
        parts.append("\n".join(text))
        return [part for part in parts if part is not None]

    def _example(self):
        first = self.at
        indent = len(self.lines[first]) - len(self.lines[first].lstrip(" "))
        self.at += 1
        while self.at < len(self.lines) and self.lines[self.at].lstrip(" ").startswith("..."):
            self.at += 1
        code = self.lines[first:self.at]
        begin = self.at
        while self.at < len(self.lines) and not _blank(self.lines[self.at]) and (
                not self.lines[self.at].lstrip(" ").startswith(">>>")):
            self.at += 1
        wanted = self.lines[begin:self.at]
        for k, line in enumerate(code):
            if line[indent + 3:indent + 4] not in ("", " "):
                raise ValueError("line %r of the docstring for %s lacks blank after %s: %r" % (
                    first + k + 1, self.name, line[indent:indent + 3], line))
        self._check_margin(code[1:], " " * indent + ".", first)
        self._check_margin(wanted, " " * indent, begin - 1)
        source = "\n".join(line[indent + 4:] for line in code)
        want = "\n".join(line[indent:] for line in wanted)
        options = self._options(source, first)
        if _NO_CODE.match(source):
            return None
        return Example(source, want, _exception_wanted(want), first, self.margin + indent, options)

    def _check_margin(self, lines, margin, before):
        for k, line in enumerate(lines):
            if line and not line.startswith(margin):
                raise ValueError(
                    "line %r of the docstring for %s has inconsistent leading whitespace: %r" % (
                        before + k + 2, self.name, line))

    def _options(self, source, line):
        options = {}
        for found in _DIRECTIVE.finditer(source):
            for word in found.group(1).replace(",", " ").split():
                if word[0] not in "+-" or word[1:] not in OPTIONFLAGS_BY_NAME:
                    raise ValueError("line %r of the doctest for %s has an invalid option: %r" % (
                        line + 1, self.name, word))
                options[OPTIONFLAGS_BY_NAME[word[1:]]] = word[0] == "+"
        if options and _NO_CODE.match(source):
            raise ValueError("line %r of the doctest for %s has an option directive on a line "
                             "with no example: %r" % (line, self.name, source))
        return options


class DocTestParser:
    """Finds the examples in a text."""

    def parse(self, string, name="<string>"):
        return _Reader(string, name).read()

    def get_examples(self, string, name="<string>"):
        return [part for part in self.parse(string, name) if isinstance(part, Example)]

    def get_doctest(self, string, globs, name, filename, lineno):
        return DocTest(self.get_examples(string, name), globs, name, filename, lineno, string)


_TEXT_BEGINS = re.compile(r"(^|.*:)\s*\w*[\"']")


def _first_line(value, lines):
    """The line, from 0, where a search for the text of an object begins, or None."""
    if inspect.ismodule(value):
        return 0
    if inspect.isclass(value):
        pattern = re.compile(r"\s*class\s*%s\b" % re.escape(getattr(value, "__name__", "-")))
        for k, line in enumerate(lines):
            if pattern.match(line):
                return k
        return None
    if inspect.ismethod(value):
        value = value.__func__
    return value.__code__.co_firstlineno - 1 if inspect.isfunction(value) else None


class DocTestFinder:
    """Finds the texts of a module, its functions and classes, and what these hold."""

    def __init__(self, verbose=False, parser=DocTestParser(), recurse=True, exclude_empty=True):
        self._parser = parser
        self._verbose = verbose
        self._recurse = recurse
        self._exclude_empty = exclude_empty

    def find(self, obj, name=None, module=None, globs=None, extraglobs=None):
        """The tests, in the order of their names."""
        if name is None:
            name = getattr(obj, "__name__", None)
            if name is None:
                raise ValueError("DocTestFinder.find: name must be given when obj.__name__ "
                                 "doesn't exist: %r" % (type(obj),))
        if module is False:
            module = None
        elif module is None:
            module = inspect.getmodule(obj)
        if globs is None:
            globs = {} if module is None else module.__dict__
        globs = dict(globs)
        globs.update(extraglobs or {})
        globs.setdefault("__name__", "__main__")
        tests = []
        self._visit(tests, obj, name, module, self._lines_of(obj, module), globs, set())
        return sorted(tests)

    def _lines_of(self, obj, module):
        try:
            return linecache.getlines(inspect.getsourcefile(obj))
        except TypeError:
            file = getattr(module, "__file__", None)
            return linecache.getlines(file) if file else []

    def _visit(self, tests, obj, name, module, lines, globs, seen):
        if id(obj) in seen:
            return
        if self._verbose:
            print("Finding tests in %s" % name)
        seen.add(id(obj))
        test = self._get_test(obj, name, module, globs, lines)
        if test is not None:
            tests.append(test)
        if not self._recurse:
            return
        if inspect.ismodule(obj):
            members = self._of_module(obj, module, name)
        elif inspect.isclass(obj):
            members = self._of_class(obj, module)
        else:
            members = []
        for member, value in members:
            self._visit(tests, value, "%s.%s" % (name, member), module, lines, globs, seen)

    def _of_module(self, obj, module, name):
        for key, value in list(obj.__dict__.items()):
            try:
                inner = inspect.unwrap(value)
            except ValueError:
                continue
            if (inspect.isroutine(inner) or inspect.isclass(value)) and (
                    self._from_module(module, value)):
                yield key, value
        for key, value in getattr(obj, "__test__", {}).items():
            if not isinstance(key, str):
                raise ValueError("DocTestFinder.find: __test__ keys must be strings: %r"
                                 % (type(key),))
            if not (inspect.isroutine(value) or inspect.isclass(value)
                    or isinstance(value, (types.ModuleType, str))):
                raise ValueError("DocTestFinder.find: __test__ values must be strings, functions, "
                                 "methods, classes, or modules: %r" % (type(value),))
            yield "__test__." + key, value

    def _of_class(self, obj, module):
        for key, value in list(obj.__dict__.items()):
            if isinstance(value, (staticmethod, classmethod)):
                value = value.__func__
            if isinstance(value, property) and key == "__dict__":
                continue
            kind = inspect.isroutine(value) or inspect.isclass(value)
            if (kind or isinstance(value, property)) and self._from_module(module, value):
                yield key, value

    def _from_module(self, module, value):
        if module is None or isinstance(value, property):
            return True
        home = sys.modules.get(getattr(value, "__module__", None))
        if home is not None:
            return home is module
        if inspect.isfunction(value):
            return value.__globals__ is module.__dict__
        return getattr(value, "__module__", None) == module.__name__

    def _get_test(self, obj, name, module, globs, lines):
        text = obj if isinstance(obj, str) else getattr(obj, "__doc__", None)
        text = "" if text is None else str(text)
        if self._exclude_empty and not text:
            return None
        filename = None
        if module is not None:
            filename = getattr(module, "__file__", None) or module.__name__
        return self._parser.get_doctest(text, globs, name, filename, self._line_of(obj, lines))

    def _line_of(self, obj, lines):
        """The line, from 0, where the text of an object begins, or None."""
        if isinstance(obj, str) or getattr(obj, "__doc__", None) is None:
            return None
        first = _first_line(obj, lines)
        if first is None:
            return None
        for k in range(first, len(lines)):
            if _TEXT_BEGINS.match(lines[k]):
                return k
        return first + 1 if not lines else None


def _matches(want, got):
    """Whether got is want, with any text where want has an ellipsis."""
    first, *rest = want.split(ELLIPSIS_MARKER)
    if not rest:
        return want == got
    last = rest.pop()
    at, end = len(first), len(got) - len(last)
    if at > end or not got.startswith(first) or not got.endswith(last):
        return False
    for piece in rest:
        at = got.find(piece, at, end)
        if at < 0:
            return False
        at += len(piece)
    return True


def _in_ascii(text):
    return text.encode("ascii", "backslashreplace").decode("ascii")


class OutputChecker:
    """Compares what was printed with what is wanted."""

    def check_output(self, want, got, optionflags):
        got, want = _in_ascii(got), _in_ascii(want)
        if got == want:
            return True
        if not optionflags & DONT_ACCEPT_TRUE_FOR_1 and (
                (got, want) in (("True\n", "1\n"), ("False\n", "0\n"))):
            return True
        if not optionflags & DONT_ACCEPT_BLANKLINE:
            want = re.sub(r"(?m)^%s\s*?$" % BLANKLINE_MARKER, "", want)
            got = re.sub(r"(?m)^[^\S\n]+$", "", got)
            if got == want:
                return True
        if optionflags & NORMALIZE_WHITESPACE:
            got, want = " ".join(got.split()), " ".join(want.split())
            if got == want:
                return True
        return bool(optionflags & ELLIPSIS) and _matches(want, got)

    def output_difference(self, example, got, optionflags):
        """Both texts, for a report."""
        if not optionflags & DONT_ACCEPT_BLANKLINE:
            got = re.sub(r"(?m)^[ ]*(?=\n)", BLANKLINE_MARKER, got)
        want = example.want
        return (("Expected:\n" + indented(want) if want else "Expected nothing\n")
                + ("Got:\n" + indented(got) if got else "Got nothing\n"))
