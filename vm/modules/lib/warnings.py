"""Warnings: shown once for each place, unless a filter says otherwise."""
import sys

filters = []
_shown = set()


def formatwarning(message, category, filename, lineno, line=None):
    return "%s:%s: %s: %s\n" % (filename, lineno, category.__name__, message)


def showwarning(message, category, filename, lineno, file=None, line=None):
    (file or sys.stderr).write(formatwarning(message, category, filename, lineno, line))


def _action_for(text, category):
    for action, start, kind, _ in filters:
        if issubclass(category, kind) and text.startswith(start):
            return action
    hidden = (DeprecationWarning, PendingDeprecationWarning, ImportWarning, ResourceWarning)
    return "ignore" if issubclass(category, hidden) else "default"


def warn(message, category=None, stacklevel=1, source=None):
    """Says something that is no error."""
    if isinstance(message, Warning):
        category = type(message)
    category = category or UserWarning
    if not (isinstance(category, type) and issubclass(category, Warning)):
        raise TypeError("category must be a Warning subclass, not '%s'" % type(category).__name__)
    warn_explicit(message, category, sys.argv[0] if sys.argv else "<sys>", 1)


def warn_explicit(message, category, filename, lineno, module=None, registry=None,
                  module_globals=None, source=None):
    if isinstance(message, Warning):
        text, category = str(message), type(message)
    else:
        text, message = str(message), category(message)
    action = _action_for(text, category)
    if action == "ignore":
        return
    if action == "error":
        raise message
    if action in ("default", "once", "module"):
        key = (text, category, lineno if action == "default" else 0)
        if key in _shown:
            return
        _shown.add(key)
    if _recording:
        _recording[-1].append(WarningMessage(message, category, filename, lineno))
    else:
        showwarning(message, category, filename, lineno)


class WarningMessage:
    """One warning, as catch_warnings keeps it."""

    def __init__(self, message, category, filename, lineno):
        self.message = message
        self.category = category
        self.filename = filename
        self.lineno = lineno
        self.file = self.line = self.source = None


_ACTIONS = ("error", "ignore", "always", "default", "module", "once")


def filterwarnings(action, message="", category=Warning, module="", lineno=0, append=False):
    """Has warnings that begin with message (a plain text here) treated like this."""
    if action not in _ACTIONS:
        raise AssertionError("invalid action: %r" % (action,))
    item = (action, message, category, module)
    if append:
        filters.append(item)
    else:
        filters.insert(0, item)


def simplefilter(action, category=Warning, lineno=0, append=False):
    filterwarnings(action, "", category, "", lineno, append)


def resetwarnings():
    filters.clear()


_recording = []


class catch_warnings:
    """Puts the filters back at the end; record: gives a list of the warnings instead of showing them."""

    def __init__(self, *, record=False, module=None, action=None, category=Warning, lineno=0, append=False):
        self._record = record
        self._action = action
        self._category = category

    def __enter__(self):
        self._saved = filters[:]
        if self._action:
            simplefilter(self._action, self._category)
        if self._record:
            self._list = []
            _recording.append(self._list)
            return self._list
        return None

    def __exit__(self, *error):
        filters[:] = self._saved
        if self._record:
            _recording.pop()
