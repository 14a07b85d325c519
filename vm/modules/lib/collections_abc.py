"""Abstract base classes of containers (PEP 3119): what they must have, and what follows from it."""
import _collections
from abc import ABCMeta, abstractmethod, _known_by

__all__ = [
    "Awaitable", "Coroutine", "AsyncIterable", "AsyncIterator", "AsyncGenerator", "Hashable",
    "Iterable", "Iterator", "Generator", "Reversible", "Sized", "Container", "Callable",
    "Collection", "Set", "MutableSet", "Mapping", "MutableMapping", "MappingView", "KeysView",
    "ItemsView", "ValuesView", "Sequence", "MutableSequence", "ByteString",
]

_GenericAlias = type(list[int])


@_known_by("__hash__")
class Hashable(metaclass=ABCMeta):
    __slots__ = ()

    @abstractmethod
    def __hash__(self):
        return 0


@_known_by("__iter__")
class Iterable(metaclass=ABCMeta):
    __slots__ = ()
    __class_getitem__ = classmethod(_GenericAlias)

    @abstractmethod
    def __iter__(self):
        while False:
            yield None


@_known_by("__iter__", "__next__")
class Iterator(Iterable):
    __slots__ = ()

    @abstractmethod
    def __next__(self):
        raise StopIteration

    def __iter__(self):
        return self


@_known_by("__reversed__", "__iter__")
class Reversible(Iterable):
    __slots__ = ()

    @abstractmethod
    def __reversed__(self):
        while False:
            yield None


@_known_by("__iter__", "__next__", "send", "throw", "close")
class Generator(Iterator):
    __slots__ = ()

    def __next__(self):
        return self.send(None)

    @abstractmethod
    def send(self, value):
        raise StopIteration

    @abstractmethod
    def throw(self, kind, value=None, traceback=None):
        raise kind if value is None else value

    def close(self):
        try:
            self.throw(GeneratorExit)
        except (GeneratorExit, StopIteration):
            pass
        else:
            raise RuntimeError("generator ignored GeneratorExit")


@_known_by("__await__")
class Awaitable(metaclass=ABCMeta):
    __slots__ = ()
    __class_getitem__ = classmethod(_GenericAlias)

    @abstractmethod
    def __await__(self):
        yield


@_known_by("__await__", "send", "throw", "close")
class Coroutine(Awaitable):
    __slots__ = ()

    @abstractmethod
    def send(self, value):
        raise StopIteration

    @abstractmethod
    def throw(self, kind, value=None, traceback=None):
        raise kind if value is None else value

    close = Generator.close


@_known_by("__aiter__")
class AsyncIterable(metaclass=ABCMeta):
    __slots__ = ()
    __class_getitem__ = classmethod(_GenericAlias)

    @abstractmethod
    def __aiter__(self):
        return AsyncIterator()


@_known_by("__anext__", "__aiter__")
class AsyncIterator(AsyncIterable):
    __slots__ = ()

    @abstractmethod
    def __anext__(self):
        raise StopAsyncIteration

    def __aiter__(self):
        return self


@_known_by("__aiter__", "__anext__", "asend", "athrow", "aclose")
class AsyncGenerator(AsyncIterator):
    __slots__ = ()


@_known_by("__len__")
class Sized(metaclass=ABCMeta):
    __slots__ = ()

    @abstractmethod
    def __len__(self):
        return 0


@_known_by("__contains__")
class Container(metaclass=ABCMeta):
    __slots__ = ()
    __class_getitem__ = classmethod(_GenericAlias)

    @abstractmethod
    def __contains__(self, item):
        return False


@_known_by("__call__")
class Callable(metaclass=ABCMeta):
    __slots__ = ()

    @abstractmethod
    def __call__(self, *args, **kwargs):
        return False

    @classmethod
    def __class_getitem__(cls, args):
        return _CallableAlias(cls, args)


class _CallableAlias(_GenericAlias):
    """Callable[[int], str] and Callable[..., str]: keeps the types of arguments flat."""

    __slots__ = ()

    def __new__(cls, origin, args):
        if not isinstance(args, tuple) or len(args) != 2:
            raise TypeError("Callable must be used as Callable[[arg, ...], result].")
        given, result = args
        if isinstance(given, (list, tuple)):
            return super().__new__(cls, origin, (*given, result))
        if given is Ellipsis or type(given).__name__ in ("ParamSpec", "_ConcatenateGenericAlias"):
            return super().__new__(cls, origin, (given, result))
        raise TypeError("Expected a list of types, an ellipsis, ParamSpec, or Concatenate. Got %s"
                        % (given,))

    def __repr__(self):
        *given, result = self.__args__
        text = repr(_GenericAlias(Callable, (list, result)))
        shown = "..." if given == [Ellipsis] else "[%s]" % _arguments_text(given)
        return text.replace("[list, ", "[%s, " % shown, 1)


def _arguments_text(args):
    return repr(_GenericAlias(list, tuple(args)))[5:-1] if args else ""


@_known_by("__len__", "__iter__", "__contains__")
class Collection(Sized, Iterable, Container):
    __slots__ = ()


class Sequence(Reversible, Collection):
    __slots__ = ()

    @abstractmethod
    def __getitem__(self, index):
        raise IndexError

    def __iter__(self):
        index = 0
        try:
            while True:
                yield self[index]
                index += 1
        except IndexError:
            return

    def __contains__(self, item):
        return any(each is item or each == item for each in self)

    def __reversed__(self):
        for index in reversed(range(len(self))):
            yield self[index]

    def index(self, item, start=0, stop=None):
        if start < 0:
            start = max(len(self) + start, 0)
        if stop is not None and stop < 0:
            stop += len(self)
        index = start
        while stop is None or index < stop:
            try:
                each = self[index]
            except IndexError:
                break
            if each is item or each == item:
                return index
            index += 1
        raise ValueError

    def count(self, item):
        return sum(1 for each in self if each is item or each == item)


class MutableSequence(Sequence):
    __slots__ = ()

    @abstractmethod
    def __setitem__(self, index, item):
        raise IndexError

    @abstractmethod
    def __delitem__(self, index):
        raise IndexError

    @abstractmethod
    def insert(self, index, item):
        raise IndexError

    def append(self, item):
        self.insert(len(self), item)

    def clear(self):
        try:
            while True:
                self.pop()
        except IndexError:
            pass

    def reverse(self):
        size = len(self)
        for k in range(size // 2):
            self[k], self[size - k - 1] = self[size - k - 1], self[k]

    def extend(self, items):
        if items is self:
            items = list(items)
        for item in items:
            self.append(item)

    def pop(self, index=-1):
        item = self[index]
        del self[index]
        return item

    def remove(self, item):
        del self[self.index(item)]

    def __iadd__(self, items):
        self.extend(items)
        return self


class ByteString(Sequence):
    __slots__ = ()


def _set_of(like, other):
    """other as a Set, of like's class unless it is one already; None: it cannot be iterated over."""
    if isinstance(other, Set):
        return other
    return like._from_iterable(other) if isinstance(other, Iterable) else None


class Set(Collection):
    __slots__ = ()

    @classmethod
    def _from_iterable(cls, items):
        return cls(items)

    def __le__(self, other):
        if not isinstance(other, Set):
            return NotImplemented
        return len(self) <= len(other) and all(item in other for item in self)

    def __lt__(self, other):
        if not isinstance(other, Set):
            return NotImplemented
        return len(self) < len(other) and self.__le__(other)

    def __ge__(self, other):
        if not isinstance(other, Set):
            return NotImplemented
        return len(self) >= len(other) and all(item in self for item in other)

    def __gt__(self, other):
        if not isinstance(other, Set):
            return NotImplemented
        return len(self) > len(other) and self.__ge__(other)

    def __eq__(self, other):
        if not isinstance(other, Set):
            return NotImplemented
        return len(self) == len(other) and self.__le__(other)

    def __and__(self, other):
        if not isinstance(other, Iterable):
            return NotImplemented
        return self._from_iterable(item for item in other if item in self)

    __rand__ = __and__

    def __or__(self, other):
        if not isinstance(other, Iterable):
            return NotImplemented
        return self._from_iterable(item for part in (self, other) for item in part)

    __ror__ = __or__

    def __sub__(self, other):
        removed = _set_of(self, other)
        if removed is None:
            return NotImplemented
        return self._from_iterable(item for item in self if item not in removed)

    def __rsub__(self, other):
        kept = _set_of(self, other)
        if kept is None:
            return NotImplemented
        return self._from_iterable(item for item in kept if item not in self)

    def __xor__(self, other):
        operand = _set_of(self, other)
        return NotImplemented if operand is None else (self - operand) | (operand - self)

    __rxor__ = __xor__

    def isdisjoint(self, other):
        return not any(item in self for item in other)

    def _hash(self):
        return hash(frozenset(self))


class MutableSet(Set):
    __slots__ = ()

    @abstractmethod
    def add(self, item):
        raise NotImplementedError

    @abstractmethod
    def discard(self, item):
        raise NotImplementedError

    def remove(self, item):
        if item not in self:
            raise KeyError(item)
        self.discard(item)

    def pop(self):
        for item in self:
            self.discard(item)
            return item
        raise KeyError

    def clear(self):
        try:
            while True:
                self.pop()
        except KeyError:
            pass

    def __ior__(self, items):
        for item in items:
            self.add(item)
        return self

    def __iand__(self, items):
        for item in self - items:
            self.discard(item)
        return self

    def __ixor__(self, items):
        if items is self:
            self.clear()
            return self
        if not isinstance(items, Set):
            items = self._from_iterable(items)
        for item in items:
            if item in self:
                self.discard(item)
            else:
                self.add(item)
        return self

    def __isub__(self, items):
        if items is self:
            self.clear()
        else:
            for item in items:
                self.discard(item)
        return self


class MappingView(Sized):
    __slots__ = ("_mapping",)
    __class_getitem__ = classmethod(_GenericAlias)

    def __init__(self, mapping):
        self._mapping = mapping

    def __len__(self):
        return len(self._mapping)

    def __repr__(self):
        return "{0.__class__.__name__}({0._mapping!r})".format(self)


class KeysView(MappingView, Set):
    __slots__ = ()

    @classmethod
    def _from_iterable(cls, items):
        return set(items)

    def __contains__(self, key):
        return key in self._mapping

    def __iter__(self):
        yield from self._mapping


class ItemsView(MappingView, Set):
    __slots__ = ()

    @classmethod
    def _from_iterable(cls, items):
        return set(items)

    def __contains__(self, item):
        key, value = item
        try:
            found = self._mapping[key]
        except KeyError:
            return False
        return found is value or found == value

    def __iter__(self):
        for key in self._mapping:
            yield (key, self._mapping[key])


class ValuesView(MappingView, Collection):
    __slots__ = ()

    def __contains__(self, value):
        for key in self._mapping:
            found = self._mapping[key]
            if found is value or found == value:
                return True
        return False

    def __iter__(self):
        for key in self._mapping:
            yield self._mapping[key]


_missing = object()


def _found(mapping, key, otherwise):
    """mapping[key], or `otherwise` if it has no such key."""
    try:
        return mapping[key]
    except KeyError:
        return otherwise


class Mapping(Collection):
    __slots__ = ()

    @abstractmethod
    def __getitem__(self, key):
        raise KeyError

    def get(self, key, default=None):
        return _found(self, key, default)

    def __contains__(self, key):
        return _found(self, key, _missing) is not _missing

    def keys(self):
        return KeysView(self)

    def items(self):
        return ItemsView(self)

    def values(self):
        return ValuesView(self)

    def __eq__(self, other):
        if not isinstance(other, Mapping):
            return NotImplemented
        return dict(self.items()) == dict(other.items())

    __reversed__ = None


class MutableMapping(Mapping):
    __slots__ = ()

    @abstractmethod
    def __setitem__(self, key, value):
        raise KeyError

    @abstractmethod
    def __delitem__(self, key):
        raise KeyError

    def pop(self, key, default=_missing):
        if default is _missing:
            value = self[key]
        else:
            value = _found(self, key, _missing)
            if value is _missing:
                return default
        del self[key]
        return value

    def popitem(self):
        for key in self:
            pair = key, self[key]
            del self[key]
            return pair
        raise KeyError from None

    def clear(self):
        emptied = False
        while not emptied:
            try:
                self.popitem()
            except KeyError:
                emptied = True

    def update(self, other=(), /, **keywords):
        if isinstance(other, Mapping):
            pairs = ((key, other[key]) for key in other)
        elif hasattr(other, "keys"):
            pairs = ((key, other[key]) for key in other.keys())
        else:
            pairs = other
        for source in pairs, keywords.items():
            for key, value in source:
                self[key] = value

    def setdefault(self, key, default=None):
        value = _found(self, key, _missing)
        if value is _missing:
            self[key] = value = default
        return value


for _kind in (list, bytearray):
    MutableSequence.register(_kind)
for _kind in (tuple, str, range, bytes):
    Sequence.register(_kind)
for _kind in (bytes, bytearray):
    ByteString.register(_kind)
Generator.register(type(_ for _ in ()))
MutableSequence.register(_collections.deque)
Set.register(frozenset)
MutableSet.register(set)
MutableMapping.register(dict)
KeysView.register(type({}.keys()))
ItemsView.register(type({}.items()))
ValuesView.register(type({}.values()))
