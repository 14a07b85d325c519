"""Warnings: what the filters say is ignored, raised, or shown once for each place."""
import sys

filters = []
defaultaction = "default"
onceregistry = {}
_version = 0  # of the filters: a module's registry of what was shown is good for one of them
_recording = []

_ACTIONS = ("error", "ignore", "always", "default", "module", "once")


class WarningMessage:
    """One warning, as catch_warnings keeps it."""

    def __init__(self, message, category, filename, lineno, file=None, line=None, source=None):
        self.message = message
        self.category = category
        self.filename = filename
        self.lineno = lineno
        self.file = file
        self.line = line
        self.source = source
        self._category_name = category.__name__ if category else None

    def __str__(self):
        shown = (("message", self.message), ("category", self._category_name),
                 ("filename", self.filename), ("lineno", self.lineno), ("line", self.line))
        return "{%s}" % ", ".join("%s : %r" % pair for pair in shown)


def formatwarning(message, category, filename, lineno, line=None):
    text = "%s:%s: %s: %s\n" % (filename, lineno, category.__name__, message)
    if line is None:
        import linecache
        line = linecache.getline(filename, lineno)
    line = line.strip()
    return text + "  %s\n" % line if line else text


def showwarning(message, category, filename, lineno, file=None, line=None):
    file = file or sys.stderr
    if file is None:
        return
    try:
        file.write(formatwarning(message, category, filename, lineno, line))
    except OSError:
        pass


_show_normally = showwarning


def _show(message, category, filename, lineno, source):
    if showwarning is not _show_normally:
        showwarning(message, category, filename, lineno)
    elif _recording:
        _recording[-1].append(WarningMessage(message, category, filename, lineno, source=source))
    else:
        _show_normally(message, category, filename, lineno)


def _matches(pattern, text):
    return pattern is None or pattern.match(text)


def _action_for(text, category, module, lineno):
    for action, message, kind, where, line in filters:
        if (issubclass(category, kind) and line in (0, lineno) and _matches(message, text)
                and _matches(where, module)):
            return action
    return defaultaction


def warn(message, category=None, stacklevel=1, source=None):
    """Says something that is no error, about the line that many calls ago."""
    if isinstance(message, Warning):
        category = message.__class__
    elif category is None:
        category = UserWarning
    if not (isinstance(category, type) and issubclass(category, Warning)):
        raise TypeError("category must be a Warning subclass, not '%s'" % type(category).__name__)
    calls = sys._call_stack()
    if 0 < stacklevel < len(calls):
        code, lineno, names = calls[stacklevel]
        filename = code.co_filename
    elif stacklevel <= 0:
        code, lineno, names = calls[0]
        filename = code.co_filename
    else:
        filename, lineno, names = "sys", 1, sys.__dict__
    registry = names.setdefault("__warningregistry__", {})
    warn_explicit(message, category, filename, lineno, names.get("__name__") or "<string>",
                  registry, source=source)


def warn_explicit(message, category, filename, lineno, module=None, registry=None,
                  module_globals=None, source=None):
    warning = message
    if not isinstance(message, Warning):
        warning = category(message)
    category = type(warning)
    if module is None:
        module = filename or "<unknown>"
        if module.lower().endswith(".py"):
            module = module[:-3]
    text = str(warning)
    action = _action_for(text, category, module, int(lineno))
    if action not in _ACTIONS:
        raise RuntimeError("Unrecognized action (%r) in warnings.filters:\n %s" % (action, filters))
    if action == "error":
        raise warning
    if action != "ignore" and not _was_shown(action, text, category, int(lineno), registry):
        _show(warning, category, filename, lineno, source)


def _was_shown(action, text, category, lineno, registry):
    """Whether nothing more is to be said of it, by an action that shows; notes that it is now."""
    if action == "always":
        return False
    if action == "once":
        shown, entry = onceregistry, (text, category)
    else:
        shown = {} if registry is None else registry
        if shown.get("version", 0) != _version:
            shown.clear()
            shown["version"] = _version
        entry = (text, category, 0 if action == "module" else lineno)
    if entry in shown:
        return True
    shown[entry] = True
    return False


def _filters_changed():
    global _version
    _version += 1


def _add(item, append):
    if append:
        if item not in filters:
            filters.append(item)
    else:
        if item in filters:
            filters.remove(item)
        filters.insert(0, item)
    _filters_changed()


def filterwarnings(action, message="", category=Warning, module="", lineno=0, append=False):
    """Has warnings treated like this whose text and module match these regular expressions."""
    assert action in _ACTIONS, "invalid action: %r" % (action,)
    assert isinstance(message, str), "message must be a string"
    assert isinstance(category, type), "category must be a class"
    assert issubclass(category, Warning), "category must be a Warning subclass"
    assert isinstance(module, str), "module must be a string"
    assert isinstance(lineno, int) and lineno >= 0, "lineno must be an int >= 0"
    text = where = None
    if message or module:
        import re
        text = re.compile(message, re.I) if message else None
        where = re.compile(module) if module else None
    _add((action, text, category, where, lineno), append)


def simplefilter(action, category=Warning, lineno=0, append=False):
    assert action in _ACTIONS, "invalid action: %r" % (action,)
    assert isinstance(lineno, int) and lineno >= 0, "lineno must be an int >= 0"
    _add((action, None, category, None, lineno), append)


def resetwarnings():
    filters[:] = []
    _filters_changed()


class _InMain:
    """Matches the module of the program, without having to load re."""

    pattern = "__main__"

    def match(self, text):
        return text == "__main__"


filters += [("default", None, DeprecationWarning, _InMain(), 0),
            ("ignore", None, DeprecationWarning, None, 0),
            ("ignore", None, PendingDeprecationWarning, None, 0),
            ("ignore", None, ImportWarning, None, 0),
            ("ignore", None, ResourceWarning, None, 0)]


class catch_warnings:
    """Puts the filters back at the end; record: gives a list of the warnings instead of showing them."""

    def __init__(self, *, record=False, module=None, action=None, category=Warning, lineno=0,
                 append=False):
        self._record = record
        self._filter = None if action is None else (action, category, lineno, append)
        self._entered = False

    def __repr__(self):
        return "%s(%s)" % (type(self).__name__, "record=True" if self._record else "")

    def __enter__(self):
        global showwarning
        if self._entered:
            raise RuntimeError("Cannot enter %r twice" % self)
        self._entered = True
        self._saved = filters[:], showwarning
        _filters_changed()
        if self._filter:
            simplefilter(*self._filter)
        if not self._record:
            return None
        showwarning = _show_normally
        self._list = []
        _recording.append(self._list)
        return self._list

    def __exit__(self, *error):
        global showwarning
        if not self._entered:
            raise RuntimeError("Cannot exit %r without entering first" % self)
        filters[:], showwarning = self._saved
        _filters_changed()
        if self._record:
            _recording.remove(self._list)
