"""Logging: loggers in a tree, handlers, formats."""
import os
import sys
import threading
import time
import traceback
from _logging_styles import (BASIC_FORMAT, PercentStyle, StrFormatStyle, StringTemplateStyle,
                             style_named as _style)

_GenericAlias = type(list[int])

CRITICAL = FATAL = 50
ERROR = 40
WARNING = WARN = 30
INFO = 20
DEBUG = 10
NOTSET = 0
raiseExceptions = True
logThreads = logMultiprocessing = logProcesses = True
_names = {CRITICAL: "CRITICAL", ERROR: "ERROR", WARNING: "WARNING", INFO: "INFO", DEBUG: "DEBUG",
          NOTSET: "NOTSET"}
_levels = {"CRITICAL": CRITICAL, "FATAL": FATAL, "ERROR": ERROR, "WARN": WARNING,
           "WARNING": WARNING, "INFO": INFO, "DEBUG": DEBUG, "NOTSET": NOTSET}
_lock = threading.RLock()
_start = time.time()
_handlers = []  # all that are open, the latest last


def getLevelName(level):
    """A level's name, or a name's level."""
    if level in _names:
        return _names[level]
    return _levels.get(level, "Level %s" % level)


def getLevelNamesMapping():
    return dict(_levels)


def addLevelName(level, levelName):
    with _lock:
        _names[level] = levelName
        _levels[levelName] = level


def _level_of(level):
    if isinstance(level, int):
        return level
    if str(level) != level:
        raise TypeError("Level not an integer or a valid string: %r" % (level,))
    if level not in _levels:
        raise ValueError("Unknown level: %r" % (level,))
    return _levels[level]


# ---- what is logged
class LogRecord:
    """One event."""

    def __init__(self, name, level, pathname, lineno, msg, args, exc_info, func=None, sinfo=None,
                 **kwargs):
        now = time.time()
        self.name = name
        self.msg = msg
        if args and len(args) == 1 and isinstance(args[0], dict) and args[0]:
            args = args[0]
        self.args = args
        self.levelname = getLevelName(level)
        self.levelno = level
        self.pathname = pathname
        self.filename = os.path.basename(pathname)
        self.module = os.path.splitext(self.filename)[0]
        self.exc_info = exc_info
        self.exc_text = None
        self.stack_info = sinfo
        self.lineno = lineno
        self.funcName = func
        self.created = now
        self.msecs = int((now - int(now)) * 1000) + 0.0
        self.relativeCreated = (now - _start) * 1000
        self.thread = threading.get_ident()
        self.threadName = threading.current_thread().name
        self.processName = "MainProcess"
        self.process = os.getpid()

    def __repr__(self):
        return '<LogRecord: %s, %s, %s, %s, "%s">' % (
            self.name, self.levelno, self.pathname, self.lineno, self.msg)

    def getMessage(self):
        msg = str(self.msg)
        return msg % self.args if self.args else msg


_record_factory = LogRecord


def setLogRecordFactory(factory):
    global _record_factory
    _record_factory = factory


def getLogRecordFactory():
    return _record_factory


def makeLogRecord(dict):
    record = _record_factory(None, None, "", 0, "", (), None, None)
    record.__dict__.update(dict)
    return record


# ---- how it is shown
class Formatter:
    """Turns a record into text."""

    converter = time.localtime
    default_time_format = "%Y-%m-%d %H:%M:%S"
    default_msec_format = "%s,%03d"

    def __init__(self, fmt=None, datefmt=None, style="%", validate=True, *, defaults=None):
        self._style = _style(style)[0](fmt, defaults=defaults)
        if validate:
            self._style.validate()
        self._fmt = self._style._fmt
        self.datefmt = datefmt

    def formatTime(self, record, datefmt=None):
        parts = type(self).converter(record.created)
        if datefmt:
            return time.strftime(datefmt, parts)
        text = time.strftime(self.default_time_format, parts)
        if self.default_msec_format:
            text = self.default_msec_format % (text, record.msecs)
        return text

    def formatException(self, ei):
        text = "".join(traceback.format_exception(ei[0], ei[1], ei[2]))
        return text[:-1] if text.endswith("\n") else text

    def usesTime(self):
        return self._style.usesTime()

    def formatMessage(self, record):
        return self._style.format(record)

    def formatStack(self, stack_info):
        return stack_info

    def format(self, record):
        record.message = record.getMessage()
        if self.usesTime():
            record.asctime = self.formatTime(record, self.datefmt)
        text = self.formatMessage(record)
        if record.exc_info and not record.exc_text:
            record.exc_text = self.formatException(record.exc_info)
        for more in (record.exc_text,
                     record.stack_info and self.formatStack(record.stack_info)):
            if more:
                text += ("" if text.endswith("\n") else "\n") + more
        return text


class BufferingFormatter:
    """Turns several records into text."""

    def __init__(self, linefmt=None):
        self.linefmt = linefmt or _default_formatter

    def formatHeader(self, records):
        return ""

    def formatFooter(self, records):
        return ""

    def format(self, records):
        if not records:
            return ""
        return (self.formatHeader(records) + "".join(map(self.linefmt.format, records))
                + self.formatFooter(records))


_default_formatter = Formatter()


# ---- what is let through
class Filter:
    """Lets through what a logger and those below it log."""

    def __init__(self, name=""):
        self.name = name
        self.nlen = len(name)

    def filter(self, record):
        return (not self.name or record.name == self.name
                or record.name.startswith(self.name + "."))


class Filterer:
    def __init__(self):
        self.filters = []

    def addFilter(self, filter):
        if filter not in self.filters:
            self.filters.append(filter)

    def removeFilter(self, filter):
        if filter in self.filters:
            self.filters.remove(filter)

    def filter(self, record):
        for f in self.filters:
            if not (f.filter(record) if hasattr(f, "filter") else f(record)):
                return False
        return True


# ---- where it goes
class Handler(Filterer):
    """Brings records somewhere."""

    def __init__(self, level=NOTSET):
        super().__init__()
        self._name = None
        self.level = _level_of(level)
        self.formatter = None
        self._closed = False
        self.createLock()
        with _lock:
            _handlers.append(self)

    def get_name(self):
        return self._name

    def set_name(self, name):
        self._name = name

    name = property(get_name, set_name)

    def createLock(self):
        self.lock = threading.RLock()

    def acquire(self):
        if self.lock:
            self.lock.acquire()

    def release(self):
        if self.lock:
            self.lock.release()

    def setLevel(self, level):
        self.level = _level_of(level)

    def setFormatter(self, fmt):
        self.formatter = fmt

    def format(self, record):
        return (self.formatter or _default_formatter).format(record)

    def emit(self, record):
        raise NotImplementedError("emit must be implemented by Handler subclasses")

    def handle(self, record):
        passed = self.filter(record)
        if passed:
            self.acquire()
            try:
                self.emit(record)
            finally:
                self.release()
        return passed

    def flush(self):
        """Nothing is held back here."""

    def close(self):
        with _lock:
            self._closed = True
            if self in _handlers:
                _handlers.remove(self)

    def handleError(self, record):
        """Says on standard error what went wrong in emit()."""
        if not raiseExceptions or not sys.stderr:
            return
        print("--- Logging error ---", file=sys.stderr)
        traceback.print_exc()
        print("Call stack:", file=sys.stderr)
        traceback.print_list(traceback._lines_of(_calls_outside()))
        print("Message: %r\nArguments: %s" % (record.msg, record.args), file=sys.stderr)

    def __repr__(self):
        return "<%s (%s)>" % (type(self).__name__, getLevelName(self.level))


class StreamHandler(Handler):
    """Writes lines to a stream."""

    __class_getitem__ = classmethod(_GenericAlias)

    terminator = "\n"

    def __init__(self, stream=None):
        super().__init__()
        self.stream = sys.stderr if stream is None else stream

    def flush(self):
        self.acquire()
        try:
            flush = getattr(self.stream, "flush", None)
            if flush is not None:
                flush()
        finally:
            self.release()

    def emit(self, record):
        try:
            text = self.format(record)
            self.stream.write(text + self.terminator)
            self.flush()
        except RecursionError:
            raise
        except Exception:
            self.handleError(record)

    def setStream(self, stream):
        """The stream before, or None if it is the same."""
        if stream is self.stream:
            return None
        before = self.stream
        self.acquire()
        try:
            self.flush()
            self.stream = stream
        finally:
            self.release()
        return before

    def __repr__(self):
        name = str(getattr(self.stream, "name", "") or "")
        return "<%s %s(%s)>" % (type(self).__name__, name + " " if name else "",
                                getLevelName(self.level))


class FileHandler(StreamHandler):
    """Writes lines to a file."""

    def __init__(self, filename, mode="a", encoding=None, delay=False, errors=None):
        self.baseFilename = os.path.abspath(str(filename))
        self.mode = mode
        self.encoding = encoding
        self.errors = errors
        self.delay = delay
        Handler.__init__(self)
        self.stream = None if delay else self._open()

    def _open(self):
        return open(self.baseFilename, self.mode, encoding=self.encoding or "utf-8")

    def emit(self, record):
        if self.stream is None and not self._closed:
            self.stream = self._open()
        if self.stream:
            super().emit(record)

    def close(self):
        self.acquire()
        try:
            if self.stream:
                self.flush()
                stream, self.stream = self.stream, None
                stream.close()
            super().close()
        finally:
            self.release()

    def __repr__(self):
        return "<%s %s (%s)>" % (type(self).__name__, self.baseFilename, getLevelName(self.level))


class NullHandler(Handler):
    """Brings records nowhere."""

    def handle(self, record):
        """Nothing is done."""

    emit = handle

    def createLock(self):
        self.lock = None


class _StderrHandler(StreamHandler):
    """To standard error as it is when something is logged."""

    def __init__(self, level=NOTSET):
        Handler.__init__(self, level)

    @property
    def stream(self):
        return sys.stderr


lastResort = _StderrHandler(WARNING)


# ---- who logs
class Manager:
    """Knows all loggers."""

    def __init__(self, rootnode):
        self.root = rootnode
        self.disable = 0
        self.loggerDict = {}
        self.loggerClass = None

    def getLogger(self, name):
        if not isinstance(name, str):
            raise TypeError("A logger name must be a string")
        with _lock:
            logger = self.loggerDict.get(name)
            if logger is None:
                logger = (self.loggerClass or _logger_class)(name)
                logger.manager = self
                self.loggerDict[name] = logger
                self._place(logger)
        return logger

    def _place(self, logger):
        """Finds the parent of a new logger, and becomes that of those below it."""
        parent = self.root
        for other in self.loggerDict.values():
            if logger.name.startswith(other.name + ".") and (
                    parent is self.root or len(other.name) > len(parent.name)):
                parent = other
        logger.parent = parent
        for other in self.loggerDict.values():
            if other.name.startswith(logger.name + ".") and (
                    other.parent is self.root or len(other.parent.name) < len(logger.name)):
                other.parent = logger

    def setLoggerClass(self, klass):
        self.loggerClass = klass


_OWN_FILES = ("<logging>", "<logging.handlers>")


def _calls_outside():
    """The calls under way that are not of this package, the innermost first."""
    return [entry for entry in sys._call_stack() if entry[0].co_filename not in _OWN_FILES]


class Logger(Filterer):
    """A name in the tree, with a level and handlers."""

    manager = None
    root = None

    def __init__(self, name, level=NOTSET):
        super().__init__()
        self.name = name
        self.level = _level_of(level)
        self.parent = None
        self.propagate = True
        self.handlers = []
        self.disabled = False

    def setLevel(self, level):
        self.level = _level_of(level)

    def debug(self, msg, *args, **kwargs):
        if self.isEnabledFor(DEBUG):
            self._log(DEBUG, msg, args, **kwargs)

    def info(self, msg, *args, **kwargs):
        if self.isEnabledFor(INFO):
            self._log(INFO, msg, args, **kwargs)

    def warning(self, msg, *args, **kwargs):
        if self.isEnabledFor(WARNING):
            self._log(WARNING, msg, args, **kwargs)

    warn = warning

    def error(self, msg, *args, **kwargs):
        if self.isEnabledFor(ERROR):
            self._log(ERROR, msg, args, **kwargs)

    def exception(self, msg, *args, exc_info=True, **kwargs):
        self.error(msg, *args, exc_info=exc_info, **kwargs)

    def critical(self, msg, *args, **kwargs):
        if self.isEnabledFor(CRITICAL):
            self._log(CRITICAL, msg, args, **kwargs)

    fatal = critical

    def log(self, level, msg, *args, **kwargs):
        if not isinstance(level, int):
            if raiseExceptions:
                raise TypeError("level must be an integer")
            return
        if self.isEnabledFor(level):
            self._log(level, msg, args, **kwargs)

    def findCaller(self, stack_info=False, stacklevel=1):
        """File, line and function of who logs."""
        outside = _calls_outside()
        if not outside:
            return "(unknown file)", 0, "(unknown function)", None
        code, line, _ = outside[min(stacklevel, len(outside)) - 1]
        shown = None
        if stack_info:
            lines = traceback.format_list(traceback._lines_of(outside))
            shown = "Stack (most recent call last):\n" + "".join(lines).rstrip("\n")
        return code.co_filename, line, code.co_name, shown

    def makeRecord(self, name, level, fn, lno, msg, args, exc_info, func=None, extra=None,
                   sinfo=None):
        record = _record_factory(name, level, fn, lno, msg, args, exc_info, func, sinfo)
        for key in extra or ():
            if key in ("message", "asctime") or key in record.__dict__:
                raise KeyError("Attempt to overwrite %r in LogRecord" % key)
            record.__dict__[key] = extra[key]
        return record

    def _log(self, level, msg, args, exc_info=None, extra=None, stack_info=False, stacklevel=1):
        file, line, function, shown = self.findCaller(stack_info, stacklevel)
        if isinstance(exc_info, BaseException):
            exc_info = (type(exc_info), exc_info, exc_info.__traceback__)
        elif exc_info and not isinstance(exc_info, tuple):
            exc_info = sys.exc_info()
        self.handle(self.makeRecord(self.name, level, file, line, msg, args, exc_info, function,
                                    extra, shown))

    def handle(self, record):
        if not self.disabled and self.filter(record):
            self.callHandlers(record)

    def callHandlers(self, record):
        logger = self
        found = 0
        while logger:
            for handler in logger.handlers:
                found += 1
                if record.levelno >= handler.level:
                    handler.handle(record)
            logger = logger.parent if logger.propagate else None
        if found == 0 and lastResort and record.levelno >= lastResort.level:
            lastResort.handle(record)

    def addHandler(self, hdlr):
        with _lock:
            if hdlr not in self.handlers:
                self.handlers.append(hdlr)

    def removeHandler(self, hdlr):
        with _lock:
            if hdlr in self.handlers:
                self.handlers.remove(hdlr)

    def hasHandlers(self):
        logger = self
        while logger:
            if logger.handlers:
                return True
            logger = logger.parent if logger.propagate else None
        return False

    def getEffectiveLevel(self):
        decides = self
        while decides is not None and not decides.level:
            decides = decides.parent
        return NOTSET if decides is None else decides.level

    def isEnabledFor(self, level):
        return (not self.disabled and self.manager.disable < level
                and level >= self.getEffectiveLevel())

    def getChild(self, suffix):
        return self.manager.getLogger(suffix if self.parent is None
                                      else self.name + "." + suffix)

    def __repr__(self):
        return "<%s %s (%s)>" % (type(self).__name__, self.name,
                                 getLevelName(self.getEffectiveLevel()))


class RootLogger(Logger):
    """The one that has no parent."""

    def __init__(self, level):
        super().__init__("root", level)


_logger_class = Logger
root = RootLogger(WARNING)
Logger.root = root
Logger.manager = Manager(root)


def getLogger(name=None):
    if not name or name == root.name:
        return root
    return Logger.manager.getLogger(name)


def getLoggerClass():
    return _logger_class


def setLoggerClass(klass):
    global _logger_class
    _logger_class = klass


class LoggerAdapter:
    """A logger whose records carry something more."""

    __class_getitem__ = classmethod(_GenericAlias)

    def __init__(self, logger, extra=None):
        self.logger = logger
        self.extra = extra

    def process(self, msg, kwargs):
        kwargs["extra"] = self.extra
        return msg, kwargs

    def debug(self, msg, *args, **kwargs):
        self.log(DEBUG, msg, *args, **kwargs)

    def info(self, msg, *args, **kwargs):
        self.log(INFO, msg, *args, **kwargs)

    def warning(self, msg, *args, **kwargs):
        self.log(WARNING, msg, *args, **kwargs)

    warn = warning

    def error(self, msg, *args, **kwargs):
        self.log(ERROR, msg, *args, **kwargs)

    def exception(self, msg, *args, exc_info=True, **kwargs):
        self.log(ERROR, msg, *args, exc_info=exc_info, **kwargs)

    def critical(self, msg, *args, **kwargs):
        self.log(CRITICAL, msg, *args, **kwargs)

    def log(self, level, msg, *args, **kwargs):
        if self.isEnabledFor(level):
            msg, kwargs = self.process(msg, kwargs)
            self.logger.log(level, msg, *args, **kwargs)

    def isEnabledFor(self, level):
        return self.logger.isEnabledFor(level)

    def setLevel(self, level):
        self.logger.setLevel(level)

    def getEffectiveLevel(self):
        return self.logger.getEffectiveLevel()

    def hasHandlers(self):
        return self.logger.hasHandlers()

    @property
    def name(self):
        return self.logger.name


# ---- the root, in short
def _basic_handlers(filename, filemode, stream, encoding, errors):
    if filename:
        return [FileHandler(filename, filemode, encoding=encoding, errors=errors)]
    return [StreamHandler(stream)]


def basicConfig(*, filename=None, filemode="a", format=None, datefmt=None, style="%", level=None,
                stream=None, handlers=None, force=False, encoding=None, errors="backslashreplace",
                **unknown):
    """Gives the root handlers, unless it has some."""
    with _lock:
        if force:
            for handler in root.handlers[:]:
                root.removeHandler(handler)
                handler.close()
        if root.handlers:
            return
        if handlers is None:
            if stream and filename:
                raise ValueError("'stream' and 'filename' should not be specified together")
            handlers = _basic_handlers(filename, filemode, stream, encoding, errors)
        elif stream or filename:
            raise ValueError("'stream' or 'filename' should not be specified together with "
                             "'handlers'")
        formatter = Formatter(format or _style(style)[1], datefmt, style)
        for handler in handlers:
            if handler.formatter is None:
                handler.setFormatter(formatter)
            root.addHandler(handler)
        if level is not None:
            root.setLevel(level)
        if unknown:
            raise ValueError("Unrecognised argument(s): %s" % ", ".join(unknown))


def _ready_root():
    if not root.handlers:
        basicConfig()
    return root


def debug(msg, *args, **kwargs):
    _ready_root().debug(msg, *args, **kwargs)


def info(msg, *args, **kwargs):
    _ready_root().info(msg, *args, **kwargs)


def warning(msg, *args, **kwargs):
    _ready_root().warning(msg, *args, **kwargs)


warn = warning


def error(msg, *args, **kwargs):
    _ready_root().error(msg, *args, **kwargs)


def exception(msg, *args, exc_info=True, **kwargs):
    _ready_root().error(msg, *args, exc_info=exc_info, **kwargs)


def critical(msg, *args, **kwargs):
    _ready_root().critical(msg, *args, **kwargs)


fatal = critical


def log(level, msg, *args, **kwargs):
    _ready_root().log(level, msg, *args, **kwargs)


def disable(level=CRITICAL):
    root.manager.disable = _level_of(level)


def shutdown(handlerList=None):
    """Flushes and closes all handlers, the latest first."""
    for handler in reversed(_handlers if handlerList is None else handlerList[:]):
        try:
            handler.flush()
            handler.close()
        except (OSError, ValueError):
            pass


import atexit
atexit.register(shutdown)
_plain_showwarning = None


def _show_warning(message, category, filename, lineno, file=None, line=None):
    import warnings
    if file is not None:
        _plain_showwarning(message, category, filename, lineno, file, line)
        return
    logger = getLogger("py.warnings")
    if not logger.handlers:
        logger.addHandler(NullHandler())
    logger.warning("%s", warnings.formatwarning(message, category, filename, lineno, line))


def captureWarnings(capture):
    """Whether warnings are logged."""
    global _plain_showwarning
    import warnings
    if capture and _plain_showwarning is None:
        _plain_showwarning = warnings.showwarning
        warnings.showwarning = _show_warning
    elif not capture and _plain_showwarning is not None:
        warnings.showwarning = _plain_showwarning
        _plain_showwarning = None
