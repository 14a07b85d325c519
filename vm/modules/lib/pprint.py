"""Values as text that is broken into lines of bounded width."""
import sys as _sys
from io import StringIO as _StringIO


def pprint(object, stream=None, indent=1, width=80, depth=None, *, compact=False, sort_dicts=True,
           underscore_numbers=False):
    PrettyPrinter(indent, width, depth, stream, compact=compact, sort_dicts=sort_dicts,
                  underscore_numbers=underscore_numbers).pprint(object)


def pformat(object, indent=1, width=80, depth=None, *, compact=False, sort_dicts=True,
            underscore_numbers=False):
    return PrettyPrinter(indent, width, depth, compact=compact, sort_dicts=sort_dicts,
                         underscore_numbers=underscore_numbers).pformat(object)


def pp(object, *args, sort_dicts=False, **kwargs):
    pprint(object, *args, sort_dicts=sort_dicts, **kwargs)


def saferepr(object):
    return PrettyPrinter()._safe_repr(object, {}, None, 0)[0]


def isreadable(object):
    return PrettyPrinter().isreadable(object)


def isrecursive(object):
    return PrettyPrinter().isrecursive(object)


class _Key:
    """Orders what cannot be compared by type and address."""

    __slots__ = ("obj",)

    def __init__(self, obj):
        self.obj = obj

    def __lt__(self, other):
        try:
            return self.obj < other.obj
        except TypeError:
            a, b = self.obj, other.obj
            return (str(type(a)), id(a)) < (str(type(b)), id(b))


def _pair_key(pair):
    return _Key(pair[0]), _Key(pair[1])


def _recursion(object):
    return "<Recursion on %s with id=%s>" % (type(object).__name__, id(object))


class PrettyPrinter:
    def __init__(self, indent=1, width=80, depth=None, stream=None, *, compact=False,
                 sort_dicts=True, underscore_numbers=False):
        indent, width = int(indent), int(width)
        if indent < 0:
            raise ValueError("indent must be >= 0")
        if depth is not None and depth <= 0:
            raise ValueError("depth must be > 0")
        if not width:
            raise ValueError("width must be != 0")
        self._indent = indent
        self._width = width
        self._depth = depth
        self._stream = stream
        self._compact = bool(compact)
        self._sort_dicts = sort_dicts
        self._underscores = underscore_numbers

    def pprint(self, object):
        stream = self._stream if self._stream is not None else _sys.stdout
        if stream is not None:
            self._format(object, stream, 0, 0, {}, 0)
            stream.write("\n")

    def pformat(self, object):
        stream = _StringIO()
        self._format(object, stream, 0, 0, {}, 0)
        return stream.getvalue()

    def isrecursive(self, object):
        return self.format(object, {}, 0, 0)[2]

    def isreadable(self, object):
        _, readable, recursive = self.format(object, {}, 0, 0)
        return readable and not recursive

    def format(self, object, context, maxlevels, level):
        return self._safe_repr(object, context, maxlevels, level)

    def _repr(self, object, context, level):
        return self.format(object, context.copy(), self._depth, level)[0]

    def _format(self, object, stream, indent, allowance, context, level):
        if id(object) in context:
            stream.write(_recursion(object))
            return
        text = self._repr(object, context, level)
        if len(text) > self._width - indent - allowance:
            printer = self._printer(object)
            if printer is not None:
                context[id(object)] = 1
                printer(object, stream, indent, allowance, context, level + 1)
                del context[id(object)]
                return
        stream.write(text)

    def _printer(self, object):
        kind, plain = type(object), type(object).__repr__
        for base, printer in ((dict, self._dict), (list, self._list), (tuple, self._tuple),
                              (set, self._set), (frozenset, self._set), (str, self._str),
                              (bytes, self._bytes)):
            if plain is base.__repr__ and issubclass(kind, base):
                return printer
        if kind.__module__ == "collections":
            return {"OrderedDict": self._ordered, "defaultdict": self._default,
                    "Counter": self._counter, "deque": self._deque}.get(kind.__name__)
        if kind.__module__ == "types" and kind.__name__ == "SimpleNamespace":
            return self._namespace
        if hasattr(kind, "__dataclass_fields__") and "__create_fn__" in getattr(
                plain, "__qualname__", "__create_fn__"):
            return self._dataclass
        return None

    # ---- by kind
    def _dict(self, object, stream, indent, allowance, context, level):
        stream.write("{")
        if self._indent > 1:
            stream.write((self._indent - 1) * " ")
        if object:
            items = object.items()
            if self._sort_dicts:
                items = sorted(items, key=_pair_key)
            self._pairs(items, stream, indent, allowance + 1, context, level)
        stream.write("}")

    def _pairs(self, items, stream, indent, allowance, context, level):
        items = list(items)
        indent += self._indent
        for k, (key, value) in enumerate(items):
            last = k + 1 == len(items)
            text = self._repr(key, context, level)
            stream.write(text + ": ")
            self._format(value, stream, indent + len(text) + 2, allowance if last else 1, context,
                         level)
            if not last:
                stream.write(",\n" + " " * indent)

    def _list(self, object, stream, indent, allowance, context, level):
        stream.write("[")
        self._items(object, stream, indent, allowance + 1, context, level)
        stream.write("]")

    def _tuple(self, object, stream, indent, allowance, context, level):
        stream.write("(")
        end = ",)" if len(object) == 1 else ")"
        self._items(object, stream, indent, allowance + len(end), context, level)
        stream.write(end)

    def _set(self, object, stream, indent, allowance, context, level):
        if not object:
            stream.write(repr(object))
            return
        kind = type(object)
        if kind is set:
            stream.write("{")
            end = "}"
        else:
            stream.write(kind.__name__ + "({")
            end = "})"
            indent += len(kind.__name__) + 1
        self._items(sorted(object, key=_Key), stream, indent, allowance + len(end), context, level)
        stream.write(end)

    def _items(self, items, stream, indent, allowance, context, level):
        items = list(items)
        indent += self._indent
        if self._indent > 1:
            stream.write((self._indent - 1) * " ")
        width = room = self._width - indent + 1
        separator = ""
        for k, item in enumerate(items):
            last = k + 1 == len(items)
            if last:
                room -= allowance
                width -= allowance
            if self._compact:
                text = self._repr(item, context, level)
                need = len(text) + 2
                if room < need:
                    room = width
                    if separator:
                        separator = ",\n" + " " * indent
                if room >= need:
                    room -= need
                    stream.write(separator + text)
                    separator = ", "
                    continue
            stream.write(separator)
            separator = ",\n" + " " * indent
            self._format(item, stream, indent, allowance if last else 1, context, level)

    def _str(self, object, stream, indent, allowance, context, level):
        if not object:
            stream.write(repr(object))
            return
        chunks = []
        lines = object.splitlines(True)
        if level == 1:
            indent += 1
            allowance += 1
        most = self._width - indent
        for k, line in enumerate(lines):
            limit = most - allowance if k + 1 == len(lines) else most
            text = repr(line)
            if len(text) <= limit:
                chunks.append(text)
                continue
            parts = _words(line)
            current = ""
            for j, part in enumerate(parts):
                candidate = current + part
                end = most - allowance if j + 1 == len(parts) and k + 1 == len(lines) else most
                if len(repr(candidate)) > end:
                    if current:
                        chunks.append(repr(current))
                    current = part
                else:
                    current = candidate
            if current:
                chunks.append(repr(current))
        if len(chunks) == 1:
            stream.write(chunks[0])
            return
        if level == 1:
            stream.write("(")
        stream.write(("\n" + " " * indent).join(chunks))
        if level == 1:
            stream.write(")")

    def _bytes(self, object, stream, indent, allowance, context, level):
        if len(object) <= 4:
            stream.write(repr(object))
            return
        parens = level == 1
        if parens:
            indent += 1
            allowance += 1
            stream.write("(")
        width, separator, current = self._width - indent, "", b""
        last = len(object) // 4 * 4
        for k in range(0, len(object), 4):
            part = object[k:k + 4]
            if k == last:
                width -= allowance
            if current and len(repr(current + part)) > width:
                stream.write(separator + repr(current))
                separator = "\n" + " " * indent
                current = part
            else:
                current += part
        if current:
            stream.write(separator + repr(current))
        if parens:
            stream.write(")")

    def _ordered(self, object, stream, indent, allowance, context, level):
        if not object:
            stream.write(repr(object))
            return
        name = type(object).__name__
        stream.write(name + "(")
        self._format(list(object.items()), stream, indent + len(name) + 1, allowance + 1, context,
                     level)
        stream.write(")")

    def _default(self, object, stream, indent, allowance, context, level):
        if not object:
            stream.write(repr(object))
            return
        factory = self._repr(object.default_factory, context, level)
        indent += len(type(object).__name__) + 1
        stream.write("%s(%s,\n%s" % (type(object).__name__, factory, " " * indent))
        self._dict(object, stream, indent, allowance + 1, context, level)
        stream.write(")")

    def _counter(self, object, stream, indent, allowance, context, level):
        if not object:
            stream.write(repr(object))
            return
        name = type(object).__name__
        stream.write(name + "({")
        if self._indent > 1:
            stream.write((self._indent - 1) * " ")
        self._pairs(object.most_common(), stream, indent + len(name) + 1, allowance + 2, context,
                    level)
        stream.write("})")

    def _deque(self, object, stream, indent, allowance, context, level):
        name = type(object).__name__
        stream.write(name + "([")
        indent += len(name) + 1
        if object.maxlen is None:
            self._items(object, stream, indent, allowance + 2, context, level)
            stream.write("])")
        else:
            self._items(object, stream, indent, 2, context, level)
            stream.write("],\n%smaxlen=%s)" % (" " * indent,
                                              self._repr(object.maxlen, context, level)))

    def _fields(self, pairs, stream, indent, allowance, context, level):
        for k, (key, value) in enumerate(pairs):
            last = k + 1 == len(pairs)
            stream.write(key + "=")
            if id(value) in context:
                stream.write("...")
            else:
                self._format(value, stream, indent + len(key) + 1, allowance if last else 1,
                             context, level)
            if not last:
                stream.write(",\n" + " " * indent)

    def _namespace(self, object, stream, indent, allowance, context, level):
        name = "namespace" if type(object).__name__ == "SimpleNamespace" else (
            type(object).__name__)
        stream.write(name + "(")
        self._fields(list(object.__dict__.items()), stream, indent + len(name) + 1, allowance,
                     context, level)
        stream.write(")")

    def _dataclass(self, object, stream, indent, allowance, context, level):
        name = type(object).__name__
        stream.write(name + "(")
        pairs = [(field.name, getattr(object, field.name))
                 for field in object.__dataclass_fields__.values() if field.repr]
        self._fields(pairs, stream, indent + len(name) + 1, allowance, context, level)
        stream.write(")")

    # ---- on one line: text, whether it can be read back, whether it holds itself
    def _safe_repr(self, object, context, maxlevels, level):
        kind, plain = type(object), type(object).__repr__
        if issubclass(kind, int) and plain is int.__repr__:
            return (format(object, "_d") if self._underscores else repr(object)), True, False
        if plain is dict.__repr__ and issubclass(kind, dict):
            left, right, empty = "{", "}", "{}"
        elif plain is list.__repr__ and issubclass(kind, list):
            left, right, empty = "[", "]", "[]"
        elif plain is tuple.__repr__ and issubclass(kind, tuple):
            left, right, empty = "(", ",)" if len(object) == 1 else ")", "()"
        else:
            text = repr(object)
            return text, bool(text) and not text.startswith("<"), False
        if not object:
            return empty, True, False
        if maxlevels and level >= maxlevels:
            return left + "..." + right[-1], False, id(object) in context
        if id(object) in context:
            return _recursion(object), False, True
        context[id(object)] = 1
        readable, recursive, parts = True, False, []
        items = object
        if left == "{":
            items = object.items()
            if self._sort_dicts:
                items = sorted(items, key=_pair_key)
        for item in items:
            pieces = []
            for piece in item if left == "{" else (item,):
                text, can_read, rings = self.format(piece, context, maxlevels, level + 1)
                pieces.append(text)
                readable = readable and can_read
                recursive = recursive or rings
            parts.append(": ".join(pieces))
        del context[id(object)]
        return left + ", ".join(parts) + right, readable, recursive


def _words(text):
    """The pieces of a text, each a word with the space behind it."""
    parts, start, at = [], 0, 0
    while at < len(text):
        while at < len(text) and not text[at].isspace():
            at += 1
        while at < len(text) and text[at].isspace():
            at += 1
        parts.append(text[start:at])
        start = at
    return parts
