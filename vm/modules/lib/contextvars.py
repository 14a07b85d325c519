"""Context variables: each thread has a context of its own."""
import threading as _threading

_current = _threading.local()
_missing = object()


def _context():
    try:
        return _current.context
    except AttributeError:
        _current.context = made = Context()
        return made


def copy_context():
    return _context().copy()


class Token:
    MISSING = _missing

    def __init__(self, context, var, old_value):
        self._context = context
        self.var = var
        self.old_value = old_value
        self._used = False

    def __repr__(self):
        return "<Token%s var=%r at %#x>" % (" used" if self._used else "", self.var, id(self))


class ContextVar:
    def __init__(self, name, *, default=_missing):
        if not isinstance(name, str):
            raise TypeError("context variable name must be a str")
        self._name = name
        self._default = default

    @property
    def name(self):
        return self._name

    def __class_getitem__(cls, item):
        import types
        return types.GenericAlias(cls, item)

    def get(self, default=_missing, /):
        value = _context()._values.get(self, _missing)
        if value is not _missing:
            return value
        if default is not _missing:
            return default
        if self._default is not _missing:
            return self._default
        raise LookupError(self)

    def set(self, value, /):
        context = _context()
        token = Token(context, self, context._values.get(self, _missing))
        context._values[self] = value
        return token

    def reset(self, token, /):
        if token._used:
            raise RuntimeError("%r has already been used once" % token)
        if token.var is not self:
            raise ValueError("%r was created by a different ContextVar" % token)
        if token._context is not _context():
            raise ValueError("%r was created in a different Context" % token)
        token._used = True
        if token.old_value is _missing:
            token._context._values.pop(self, None)
        else:
            token._context._values[self] = token.old_value

    def __repr__(self):
        default = "" if self._default is _missing else " default=%r" % (self._default,)
        return "<ContextVar name=%r%s at %#x>" % (self._name, default, id(self))


class Context:
    """A mapping from context variables to values, which functions can be run in."""

    def __init__(self):
        self._values = {}
        self._outer = None

    def run(self, callable, /, *args, **kwargs):
        if self._outer is not None or _current.__dict__.get("context") is self:
            raise RuntimeError("cannot enter context: %r is already entered" % self)
        self._outer = _context()
        _current.context = self
        try:
            return callable(*args, **kwargs)
        finally:
            _current.context, self._outer = self._outer, None

    def copy(self):
        made = Context()
        made._values = self._values.copy()
        return made

    __copy__ = copy

    def __getitem__(self, var):
        if not isinstance(var, ContextVar):
            raise TypeError("a ContextVar key was expected, got %r" % (var,))
        return self._values[var]

    def __contains__(self, var):
        return var in self._values

    def get(self, var, default=None):
        return self._values.get(var, default)

    def __iter__(self):
        return iter(self._values)

    def __len__(self):
        return len(self._values)

    def keys(self):
        return self._values.keys()

    def values(self):
        return self._values.values()

    def items(self):
        return self._values.items()

    def __eq__(self, other):
        return self._values == other._values if isinstance(other, Context) else NotImplemented

    __hash__ = object.__hash__


Token.MISSING = type("Missing", (), {"__repr__": lambda self: "<Token.MISSING>"})()
_missing = Token.MISSING
ContextVar.__init__.__kwdefaults__["default"] = _missing
ContextVar.get.__defaults__ = (_missing,)
