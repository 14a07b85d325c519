"""Texts of nested data in lines of a width."""
import collections
import re
import sys
import types

__all__ = ["pprint", "pformat", "isreadable", "isrecursive", "saferepr", "PrettyPrinter", "pp"]

# What stands around the items of containers in one line, by what writes them.
_BRACKETS = {dict.__repr__: "{}", list.__repr__: "[]", tuple.__repr__: "()"}


class _Order:
    """Orders keys, by their types if the keys themselves have no order."""

    __slots__ = ("value",)

    def __init__(self, value):
        self.value = value

    def __lt__(self, other):
        try:
            return self.value < other.value
        except TypeError:
            return self._by_type() < other._by_type()

    def _by_type(self):
        return str(type(self.value)), id(self.value)


def _order_of_pair(pair):
    return _Order(pair[0])


def _recursion(value):
    return "<Recursion on %s with id=%s>" % (type(value).__name__, id(value))


def _counted(values):
    """Each value after the number of those that follow it."""
    return zip(range(len(values) - 1, -1, -1), values)


class PrettyPrinter:
    """How to lay out data."""

    def __init__(self, indent=1, width=80, depth=None, stream=None, *, compact=False,
                 sort_dicts=True, underscore_numbers=False):
        indent, width = int(indent), int(width)
        for wrong, rule in ((indent < 0, "indent must be >= 0"),
                            (depth is not None and depth <= 0, "depth must be > 0"),
                            (not width, "width must be != 0")):
            if wrong:
                raise ValueError(rule)
        self._indent_per_level = indent
        self._width = width
        self._depth = depth
        self._stream = sys.stdout if stream is None else stream
        self._compact = bool(compact)
        self._sort_dicts = sort_dicts
        self._underscore_numbers = underscore_numbers

    def pprint(self, object):
        if self._stream is not None:
            self._stream.write(self.pformat(object) + "\n")

    def pformat(self, object):
        page = _Page(self)
        page.put(object, 0, 0, 0)
        return "".join(page.out)

    def isrecursive(self, object):
        return self.format(object, {}, 0, 0)[2]

    def isreadable(self, object):
        _, readable, recursive = self.format(object, {}, 0, 0)
        return readable and not recursive

    def format(self, object, context, maxlevels, level):
        """(text in one line, whether eval() would take it, whether it holds itself)."""
        return self._flat(object, context, maxlevels, level)

    def _flat(self, value, context, maxlevels, level):
        how = type(value).__repr__
        brackets = _BRACKETS.get(how)
        if brackets is None:
            if self._underscore_numbers and how is int.__repr__:
                return format(value, "_d"), True, False
            text = repr(value)
            return text, text and not text.startswith("<"), False
        if not value:
            return brackets, True, False
        left, right = brackets
        if right == ")" and len(value) == 1:
            right = ",)"
        key = id(value)
        if maxlevels and level >= maxlevels:
            return left + "..." + right, False, key in context
        if key in context:
            return _recursion(value), False, True
        context[key] = 1
        groups = self._pairs_of(value) if right == "}" else [(item,) for item in value]
        text, readable, recursive = self._flat_groups(groups, context, maxlevels, level + 1)
        del context[key]
        return left + text + right, readable, recursive

    def _flat_groups(self, groups, *where):
        """Groups are what commas stand between: items, or keys with values."""
        texts = []
        readable, recursive = True, False
        for group in groups:
            parts = []
            for part in group:
                text, can_be_read, holds_itself = self.format(part, *where)
                parts.append(text)
                readable = readable and can_be_read
                recursive = recursive or holds_itself
            texts.append(": ".join(parts))
        return ", ".join(texts), readable, recursive

    def _pairs_of(self, mapping):
        return sorted(mapping.items(), key=_order_of_pair) if self._sort_dicts else mapping.items()


class _Page:
    """The text of one value, as it grows.

    All methods that put something are told in which column it begins, how many characters must
    still fit after its last line, and how deep it is nested.
    """

    def __init__(self, printer):
        self.out = []
        self.printer = printer
        self.width = printer._width
        self.step = printer._indent_per_level
        self.open = {}  # the ids of the values around this place

    def add(self, *texts):
        self.out.extend(texts)

    def flat(self, value, level):
        return self.printer.format(value, self.open.copy(), self.printer._depth, level)[0]

    def put(self, value, column, after, level):
        key = id(value)
        if key in self.open:
            self.add(_recursion(value))
            return
        text = self.flat(value, level)
        layout = None
        if len(text) > self.width - column - after:
            layout = _LAYOUTS.get(type(value).__repr__)
            if layout is None and _shows_fields(value):
                layout = _put_dataclass
        if layout is None:
            self.add(text)
            return
        self.open[key] = 1
        layout(self, value, column, after, level + 1)
        del self.open[key]

    def put_inside(self, name, value, column, after, level):
        """A value between parentheses after a name."""
        self.add(name, "(")
        self.put(value, column + len(name) + 1, after + 1, level)
        self.add(")")

    def margin(self):
        """What makes the first item begin in the column of the others."""
        self.add(" " * (self.step - 1))

    def put_items(self, values, column, after, level):
        self.margin()
        column += self.step
        newline = ",\n" + " " * column
        values = list(values)
        if self.printer._compact:
            self._put_packed(values, newline, column, after, level)
            return
        for left, value in _counted(values):
            self.put(value, column, 1 if left else after, level)
            if left:
                self.add(newline)

    def _put_packed(self, values, newline, column, after, level):
        """As many items in a line as it has room for."""
        most = room = self.width - column + 1
        comma = ""
        for left, value in _counted(values):
            if not left:
                most -= after
                room -= after
            text = self.flat(value, level)
            needed = len(text) + 2
            if needed > room:
                room = most
                comma = comma and newline
            self.add(comma)
            if needed > room:
                self.put(value, column, 1 if left else after, level)
                comma = newline
            else:
                self.add(text)
                room -= needed
                comma = ", "

    def put_pairs(self, pairs, column, after, level):
        """Keys and values of a mapping."""
        self.margin()
        heads = [self.flat(key, level) + ": " for key, _ in pairs]
        values = [value for _, value in pairs]
        self._put_after_heads(heads, values, column + self.step, after, level, None)

    def put_attributes(self, name, pairs, column, after, level):
        """A call that makes an object of its attributes."""
        self.add(name, "(")
        heads = [key + "=" for key, _ in pairs]
        values = [value for _, value in pairs]
        self._put_after_heads(heads, values, column + len(name) + 1, after, level, "...")
        self.add(")")

    def _put_after_heads(self, heads, values, column, after, level, recursion):
        for (left, value), head in zip(_counted(values), heads):
            self.add(head)
            if recursion and id(value) in self.open:
                self.add(recursion)
            else:
                self.put(value, column + len(head), 1 if left else after, level)
            if left:
                self.add(",\n", " " * column)


def _put_dict(page, value, column, after, level):
    page.add("{")
    page.put_pairs(page.printer._pairs_of(value), column, after + 1, level)
    page.add("}")


def _put_list(page, value, column, after, level):
    page.add("[")
    page.put_items(value, column, after + 1, level)
    page.add("]")


def _put_tuple(page, value, column, after, level):
    right = ",)" if len(value) == 1 else ")"
    page.add("(")
    page.put_items(value, column, after + len(right), level)
    page.add(right)


def _put_set(page, value, column, after, level):
    left, right = "{", "}"
    if type(value) is not set:
        left, right = type(value).__name__ + "({", "})"
    if not value:
        page.add(repr(value))
        return
    page.add(left)
    items = sorted(value, key=_Order)
    page.put_items(items, column + len(left) - 1, after + len(right), level)
    page.add(right)


def _filled(pieces, room, after):
    """Puts pieces together while their repr() has room; the last one must leave more of it."""
    held = pieces[0][:0]
    for left, piece in _counted(pieces):
        if held and len(repr(held + piece)) > (room if left else room - after):
            yield repr(held)
            held = piece
        else:
            held += piece
    yield repr(held)


def _put_parts(page, parts, column, level):
    """Literals below each other; nothing stands around the outermost ones but parentheses."""
    text = ("\n" + " " * column).join(parts)
    page.add("(" + text + ")" if level == 1 else text)


def _put_str(page, value, column, after, level):
    if level == 1:
        column += 1
        after += 1
    room = page.width - column
    parts = []
    lines = value.splitlines(True)
    for left, line in _counted(lines):
        behind = 0 if left else after
        text = repr(line)
        if len(text) <= room - behind:
            parts.append(text)
        else:
            parts += _filled(re.findall(r"\S+\s*|\s+", line), room, behind)
    if len(parts) > 1:
        _put_parts(page, parts, column, level)
    else:
        page.add(*parts or [repr(value)])


def _put_bytes(page, value, column, after, level):
    if len(value) <= 4:
        page.add(repr(value))
        return
    if level == 1:
        column += 1
        after += 1
    pieces = [value[i:i + 4] for i in range(0, len(value), 4)]
    behind = after if len(pieces[-1]) < 4 else 0  # only a short piece leaves room after it
    _put_parts(page, _filled(pieces, page.width - column, behind), column, level)


def _put_bytearray(page, value, column, after, level):
    page.add("bytearray(")
    _put_bytes(page, bytes(value), column + 10, after + 1, level + 1)
    page.add(")")


def _put_mappingproxy(page, value, column, after, level):
    page.put_inside("mappingproxy", value.copy(), column, after, level)


def _put_namespace(page, value, column, after, level):
    kind = type(value)
    name = "namespace" if kind is types.SimpleNamespace else kind.__name__
    page.put_attributes(name, list(value.__dict__.items()), column, after, level)


def _shows_fields(value):
    """Whether it is of a dataclass that kept the __repr__ that was made for it."""
    kind = type(value)
    if not hasattr(kind, "__dataclass_fields__") or not kind.__dataclass_params__["repr"]:
        return False
    import dataclasses
    made = dataclasses._repr_of(()).__code__
    return getattr(kind.__repr__, "__code__", None) is made


def _put_dataclass(page, value, column, after, level):
    fields = type(value).__dataclass_fields__.values()
    pairs = [(f.name, getattr(value, f.name)) for f in fields if f.repr and f._kind == "field"]
    page.put_attributes(type(value).__name__, pairs, column, after, level)


def _put_ordered(page, value, column, after, level):
    if value:
        page.put_inside(type(value).__name__, list(value.items()), column, after, level)
    else:
        page.add(repr(value))


def _put_defaultdict(page, value, column, after, level):
    if not value:
        page.add(repr(value))
        return
    name = type(value).__name__
    column += len(name) + 1
    page.add(name, "(", page.flat(value.default_factory, level), ",\n", " " * column)
    _put_dict(page, value, column, after + 1, level)
    page.add(")")


def _put_counter(page, value, column, after, level):
    if not value:
        page.add(repr(value))
        return
    name = type(value).__name__
    page.add(name, "({")
    page.put_pairs(value.most_common(), column + len(name) + 1, after + 2, level)
    page.add("})")


def _put_chain(page, value, column, after, level):
    if not value.maps:
        page.add(repr(value))
        return
    name = type(value).__name__
    column += len(name) + 1
    page.add(name, "(")
    page._put_after_heads([""] * len(value.maps), value.maps, column, after + 1, level, None)
    page.add(")")


def _put_deque(page, value, column, after, level):
    if not value:
        page.add(repr(value))
        return
    name = type(value).__name__
    column += len(name) + 1
    page.add(name, "([")
    if value.maxlen is None:
        page.put_items(value, column, after + 2, level)
        page.add("])")
    else:
        page.put_items(value, column, 2, level)
        page.add("],\n", " " * column, "maxlen=", page.flat(value.maxlen, level), ")")


def _put_data(page, value, column, after, level):
    page.put(value.data, column, after, level - 1)


# How a value that does not fit into its line is laid out, by what writes it in one line.
_LAYOUTS = {
    dict.__repr__: _put_dict,
    list.__repr__: _put_list,
    tuple.__repr__: _put_tuple,
    set.__repr__: _put_set,
    frozenset.__repr__: _put_set,
    str.__repr__: _put_str,
    bytes.__repr__: _put_bytes,
    bytearray.__repr__: _put_bytearray,
    types.MappingProxyType.__repr__: _put_mappingproxy,
    types.SimpleNamespace.__repr__: _put_namespace,
    collections.OrderedDict.__repr__: _put_ordered,
    collections.defaultdict.__repr__: _put_defaultdict,
    collections.Counter.__repr__: _put_counter,
    collections.ChainMap.__repr__: _put_chain,
    collections.deque.__repr__: _put_deque,
    collections.UserDict.__repr__: _put_data,
    collections.UserList.__repr__: _put_data,
    collections.UserString.__repr__: _put_data,
}


def pprint(object, stream=None, indent=1, width=80, depth=None, *, compact=False, sort_dicts=True,
           underscore_numbers=False):
    """Writes an object in lines of a width."""
    PrettyPrinter(indent, width, depth, stream, compact=compact, sort_dicts=sort_dicts,
                  underscore_numbers=underscore_numbers).pprint(object)


def pp(object, *args, sort_dicts=False, **kwargs):
    """pprint() that leaves dicts in their order."""
    pprint(object, *args, sort_dicts=sort_dicts, **kwargs)


def pformat(object, indent=1, width=80, depth=None, *, compact=False, sort_dicts=True,
            underscore_numbers=False):
    """The text that pprint() writes."""
    return PrettyPrinter(indent, width, depth, compact=compact, sort_dicts=sort_dicts,
                         underscore_numbers=underscore_numbers).pformat(object)


def saferepr(object):
    """repr() in one line that marks what holds itself."""
    return PrettyPrinter()._flat(object, {}, None, 0)[0]


def isreadable(object):
    return PrettyPrinter().isreadable(object)


def isrecursive(object):
    return PrettyPrinter().isrecursive(object)
