"""repr() of bounded length, and of containers that hold themselves."""
import builtins
import functools
import itertools
from _thread import get_ident


def recursive_repr(fillvalue="..."):
    def decorate(function):
        running = set()

        @functools.wraps(function)
        def wrapper(self):
            key = id(self), get_ident()
            if key in running:
                return fillvalue
            running.add(key)
            try:
                return function(self)
            finally:
                running.discard(key)

        return wrapper

    return decorate


class Repr:
    def __init__(self, *, maxlevel=6, maxtuple=6, maxlist=6, maxarray=5, maxdict=4, maxset=6,
                 maxfrozenset=6, maxdeque=6, maxstring=30, maxlong=40, maxother=30,
                 fillvalue="..."):
        self.__dict__.update({name: value for name, value in locals().items() if name != "self"})

    def repr(self, x):
        return self.repr1(x, self.maxlevel)

    def repr1(self, x, level):
        method = getattr(self, "repr_" + "_".join(type(x).__name__.split()), None)
        return (method or self.repr_instance)(x, level)

    def _list(self, shown, size, most):
        """The texts of the first ones, with commas between them, and the mark for others."""
        texts = list(itertools.islice(shown, most))
        return ", ".join(texts if size <= most else texts + [self.fillvalue])

    def _items(self, x, level, left, right, most, trail=""):
        size = len(x)
        if size and level <= 0:
            return left + self.fillvalue + right
        inside = self._list((self.repr1(item, level - 1) for item in x), size, most)
        return left + inside + (trail if size == 1 else "") + right

    def repr_tuple(self, x, level):
        return self._items(x, level, "(", ")", self.maxtuple, ",")

    def repr_list(self, x, level):
        return self._items(x, level, "[", "]", self.maxlist)

    def repr_set(self, x, level):
        return self._items(_ordered(x), level, "{", "}", self.maxset) if x else "set()"

    def repr_frozenset(self, x, level):
        if not x:
            return "frozenset()"
        return self._items(_ordered(x), level, "frozenset({", "})", self.maxfrozenset)

    def repr_deque(self, x, level):
        return self._items(x, level, "deque([", "])", self.maxdeque)

    def repr_array(self, x, level):
        if not x:
            return "array('%s')" % x.typecode
        return self._items(x, level, "array('%s', [" % x.typecode, "])", self.maxarray)

    def repr_dict(self, x, level):
        if x and level <= 0:
            return "{" + self.fillvalue + "}"
        pairs = (f"{self.repr1(key, level - 1)}: {self.repr1(x[key], level - 1)}"
                 for key in _ordered(x))
        return "{" + self._list(pairs, len(x), self.maxdict) + "}"

    def _ends(self, text, most):
        """The beginning and the end that are left if the middle makes room for three letters."""
        room = most - 3
        head = max(0, room // 2)
        return text[:head], text[len(text) - max(0, room - head):]

    def _cut(self, text, most):
        return text if len(text) <= most else self.fillvalue.join(self._ends(text, most))

    def repr_str(self, x, level):
        most = self.maxstring
        text = builtins.repr(x[:most])
        if len(text) > most:  # the ends of x, so that no escape is cut needlessly
            text = self.fillvalue.join(self._ends(builtins.repr("".join(self._ends(x, most))), most))
        return text

    def repr_int(self, x, level):
        return self._cut(builtins.repr(x), self.maxlong)

    def repr_instance(self, x, level):
        try:
            text = builtins.repr(x)
        except Exception:
            return "<%s instance at %#x>" % (type(x).__name__, id(x))
        return self._cut(text, self.maxother)


def _ordered(x):
    try:
        return sorted(x)
    except Exception:
        return list(x)


aRepr = Repr()
repr = aRepr.repr
