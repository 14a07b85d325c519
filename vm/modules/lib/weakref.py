"""Weak references, and containers and calls over them."""
import _weakref
import itertools as _itertools
import operator as _operator
from _weakref import getweakrefcount

_GenericAlias = type(list[int])


class ref:
    """A reference that does not keep its object alive: calling it gives the object, or None."""

    __slots__ = ("_link", "_hash", "__callback__", "__weakref__", "_known")

    def __new__(cls, object, callback=None, /, **kwargs):
        self = super().__new__(cls)
        self.__callback__ = callback
        self._hash = None
        self._link = _weakref.link(object, self, callback is not None)
        return self

    def __init__(self, object, callback=None, /):
        pass

    def __call__(self):
        return self._link()

    def _target_died(self):
        callback, self.__callback__ = self.__callback__, None
        callback(self)

    def __eq__(self, other):
        if not isinstance(other, ref):
            return NotImplemented
        mine, its = self._link(), other._link()
        if mine is None or its is None:
            return self is other
        return mine is its or mine == its

    def __hash__(self):
        if self._hash is None:
            target = self._link()
            if target is None:
                raise TypeError("weak object has gone away")
            self._hash = hash(target)
        return self._hash

    def __copy__(self):
        return self

    def __deepcopy__(self, memo):
        return self

    def __class_getitem__(cls, item):
        import types
        return types.GenericAlias(cls, item)

    def __repr__(self):
        target = self._link()
        if target is None:
            return "<weakref at %#x; dead>" % id(self)
        name = getattr(target, "__name__", None)
        what = "" if not isinstance(name, str) else " (%s)" % name
        return "<weakref at %#x; to '%s' at %#x%s>" % (id(self), type(target).__name__, id(target),
                                                     what)


ReferenceType = ref
ReferenceError = ReferenceError


def getweakrefs(object):
    """Not kept by the interpreter: those that it could give are not known."""
    return []


# ---- proxies

def _target(proxy):
    target = object.__getattribute__(proxy, "_ref")()
    if target is None:
        raise ReferenceError("weakly-referenced object no longer exists")
    return target


class ProxyType:
    """Stands for an object that it does not keep alive."""

    __slots__ = ("_ref", "__weakref__")

    def __new__(cls, target, callback=None):
        self = object.__new__(cls)
        told = None
        if callback is not None:
            own = ref(self)

            def told(_):
                callback(own())
        object.__setattr__(self, "_ref", ref(target, told))
        return self

    def __getattribute__(self, name):
        return getattr(_target(self), name)

    def __setattr__(self, name, value):
        setattr(_target(self), name, value)

    def __delattr__(self, name):
        delattr(_target(self), name)

    def __repr__(self):
        return repr(_target(self)) if object.__getattribute__(self, "_ref")() is not None else (
            "<weakproxy at %#x to NoneType>" % id(self))

    def __bool__(self):
        return bool(_target(self))

    def __iter__(self):
        return iter(_target(self))

    def __next__(self):
        return next(_target(self))

    def __reversed__(self):
        return reversed(_target(self))

    def __setitem__(self, key, value):
        _target(self)[key] = value

    def __delitem__(self, key):
        del _target(self)[key]

    __hash__ = None


def _forward(function):
    def unary_or_binary(self, *args):
        others = [_target(arg) if isinstance(arg, ProxyType) else arg for arg in args]
        return function(_target(self), *others)

    return unary_or_binary


def _forward_reflected(function):
    def reflected(self, other):
        return function(other, _target(self))

    return reflected


for _name in ("lt", "le", "eq", "ne", "ge", "gt", "neg", "pos", "invert", "abs", "index",
              "contains", "getitem"):
    setattr(ProxyType, "__%s__" % _name, _forward(getattr(_operator, _name)))
for _name in ("add", "sub", "mul", "matmul", "truediv", "floordiv", "mod", "pow", "lshift",
              "rshift", "and", "or", "xor"):
    _function = getattr(_operator, _name, None) or getattr(_operator, _name + "_")
    setattr(ProxyType, "__%s__" % _name, _forward(_function))
    setattr(ProxyType, "__r%s__" % _name, _forward_reflected(_function))
    setattr(ProxyType, "__i%s__" % _name, _forward(getattr(_operator, "i" + _name)))
for _name, _function in (("len", len), ("str", str), ("int", int), ("float", float),
                         ("bytes", bytes)):
    setattr(ProxyType, "__%s__" % _name, lambda self, f=_function: f(_target(self)))


class CallableProxyType(ProxyType):
    __slots__ = ()

    def __call__(self, *args, **kwargs):
        return _target(self)(*args, **kwargs)


ProxyTypes = (ProxyType, CallableProxyType)


def proxy(object, callback=None, /):
    return (CallableProxyType if callable(object) else ProxyType)(object, callback)


class WeakMethod(ref):
    """A weak reference to a bound method: to its object and to its function."""

    __slots__ = ("_function", "_kind", "_alive")

    def __new__(cls, meth, callback=None):
        try:
            target, function = meth.__self__, meth.__func__
        except AttributeError:
            raise TypeError("argument should be a bound method, not %s" % type(meth)) from None
        own = None

        def ended(_):
            self = own()
            if self is not None and self._alive:
                self._alive = False
                if callback is not None:
                    callback(self)

        self = ref.__new__(cls, target, ended)
        self._function = ref(function, ended)
        self._kind = type(meth)
        self._alive = True
        own = ref(self)
        return self

    def __call__(self):
        target, function = ref.__call__(self), self._function()
        return None if target is None or function is None else self._kind(function, target)

    def __eq__(self, other):
        if not isinstance(other, WeakMethod):
            return NotImplemented
        if not self._alive or not other._alive:
            return self is other
        return ref.__eq__(self, other) and self._function == other._function

    __hash__ = ref.__hash__


# ---- containers. Entries are looked at as copies, since any step may end an object.

class _KeyedRef(ref):
    __slots__ = ("key",)

    def __new__(cls, object, callback, key):
        self = ref.__new__(cls, object, callback)
        self.key = key
        return self

    def __init__(self, object, callback, key):
        pass


KeyedRef = _KeyedRef
_missing = object()


class _WeakMapping:
    __class_getitem__ = classmethod(_GenericAlias)

    def __init__(self, other=(), /, **kwargs):
        self.data = {}
        self._forget = self._make_forget(ref(self))
        self.update(other, **kwargs)

    def __len__(self):
        return sum(1 for _ in self.keys())

    def __iter__(self):
        return self.keys()

    def keys(self):
        for key, _ in self.items():
            yield key

    def values(self):
        for _, value in self.items():
            yield value

    def get(self, key, default=None):
        try:
            return self[key]
        except KeyError:
            return default

    def __contains__(self, key):
        return self.get(key, _missing) is not _missing

    def pop(self, key, *default):
        if len(default) > 1:
            raise TypeError("pop expected at most 2 arguments, got %d" % (1 + len(default)))
        try:
            value = self[key]
        except KeyError:
            if default:
                return default[0]
            raise
        del self[key]
        return value

    def popitem(self):
        for key, value in self.items():
            del self[key]
            return key, value
        raise KeyError("dictionary is empty")

    def setdefault(self, key, default=None):
        value = self.get(key, _missing)
        if value is _missing:
            self[key] = value = default
        return value

    def update(self, other=(), /, **kwargs):
        if hasattr(other, "items"):
            other = other.items()
        elif hasattr(other, "keys"):
            other = [(key, other[key]) for key in other.keys()]
        for key, value in _itertools.chain(other, kwargs.items()):
            self[key] = value

    def clear(self):
        self.data.clear()

    def copy(self):
        made = type(self)()
        made.update(self)
        return made

    __copy__ = copy

    def __deepcopy__(self, memo):
        from copy import deepcopy
        made = type(self)()
        for key, value in self.items():
            if isinstance(self, WeakKeyDictionary):
                made[key] = deepcopy(value, memo)
            else:
                made[deepcopy(key, memo)] = value
        return made

    def __eq__(self, other):
        try:
            return dict(self.items()) == dict(other.items())
        except AttributeError:
            return NotImplemented

    def __or__(self, other):
        made = self.copy()
        made.update(other)
        return made

    def __ror__(self, other):
        made = type(self)()
        made.update(other)
        made.update(self)
        return made

    def __ior__(self, other):
        self.update(other)
        return self

    __hash__ = None

    def __repr__(self):
        return "<%s at %#x>" % (type(self).__name__, id(self))


class WeakValueDictionary(_WeakMapping):
    """A mapping whose entries go when their values end."""

    @staticmethod
    def _make_forget(own):
        def forget(reference):
            self = own()
            if self is not None and self.data.get(reference.key) is reference:
                self.data.pop(reference.key, None)
        return forget

    def __setitem__(self, key, value):
        self.data[key] = _KeyedRef(value, self._forget, key)

    def __getitem__(self, key):
        value = self.data[key]()
        if value is None:
            raise KeyError(key)
        return value

    def __delitem__(self, key):
        del self.data[key]

    def items(self):
        for key, reference in list(self.data.items()):
            value = reference()
            if value is not None:
                yield key, value

    def valuerefs(self):
        return list(self.data.values())

    itervaluerefs = valuerefs


class WeakKeyDictionary(_WeakMapping):
    """A mapping whose entries go when their keys end."""

    @staticmethod
    def _make_forget(own):
        def forget(reference):
            self = own()
            if self is not None:
                self.data.pop(reference, None)
        return forget

    def __setitem__(self, key, value):
        self.data[ref(key, self._forget)] = value

    def __getitem__(self, key):
        return self.data[ref(key)]

    def __delitem__(self, key):
        del self.data[ref(key)]

    def get(self, key, default=None):
        return self.data.get(ref(key), default)

    def __contains__(self, key):
        try:
            return ref(key) in self.data
        except TypeError:
            return False

    def items(self):
        for reference, value in list(self.data.items()):
            key = reference()
            if key is not None:
                yield key, value

    def keyrefs(self):
        return list(self.data)


class WeakSet:
    """A set whose elements go when they end."""

    __class_getitem__ = classmethod(_GenericAlias)

    def __init__(self, data=None):
        self.data = set()
        own = ref(self)

        def forget(reference):
            self = own()
            if self is not None:
                self.data.discard(reference)

        self._forget = forget
        if data is not None:
            self.update(data)

    def __iter__(self):
        for reference in list(self.data):
            item = reference()
            if item is not None:
                yield item

    def __len__(self):
        return sum(1 for _ in self)

    def __contains__(self, item):
        try:
            return ref(item) in self.data
        except TypeError:
            return False

    def add(self, item):
        self.data.add(ref(item, self._forget))

    def remove(self, item):
        self.data.remove(ref(item))

    def discard(self, item):
        self.data.discard(ref(item))

    def pop(self):
        while self.data:
            item = self.data.pop()()
            if item is not None:
                return item
        raise KeyError("pop from empty WeakSet")

    def clear(self):
        self.data.clear()

    def update(self, other):
        for item in list(other):
            self.add(item)

    def copy(self):
        return type(self)(self)

    __copy__ = copy

    def union(self, other):
        made = self.copy()
        made.update(other)
        return made

    def intersection(self, other):
        return type(self)(item for item in other if item in self)

    def difference(self, other):
        other = list(other)
        return type(self)(item for item in self if item not in other)

    def symmetric_difference(self, other):
        other = list(other)
        return self.difference(other).union(item for item in other if item not in self)

    def issubset(self, other):
        return all(item in other for item in self)

    def issuperset(self, other):
        return all(item in self for item in other)

    def isdisjoint(self, other):
        return not any(item in self for item in other)

    def difference_update(self, other):
        for item in list(other):
            self.discard(item)

    def intersection_update(self, other):
        kept = self.intersection(other)
        self.data.clear()
        self.update(kept)

    def symmetric_difference_update(self, other):
        made = self.symmetric_difference(other)
        self.data.clear()
        self.update(made)

    def __eq__(self, other):
        if not isinstance(other, WeakSet):
            return NotImplemented
        return set(self) == set(other)

    def __lt__(self, other):
        return set(self) < set(other)

    def __gt__(self, other):
        return set(self) > set(other)

    def __ior__(self, other):
        self.update(other)
        return self

    def __isub__(self, other):
        self.difference_update(other)
        return self

    def __iand__(self, other):
        self.intersection_update(other)
        return self

    def __ixor__(self, other):
        self.symmetric_difference_update(other)
        return self

    __hash__ = None
    __or__ = union
    __and__ = intersection
    __sub__ = difference
    __xor__ = symmetric_difference
    __le__ = issubset
    __ge__ = issuperset

    def __repr__(self):
        return repr(self.data)


class finalize:
    """Calls a function once, when an object ends or, with atexit, the program does."""

    __slots__ = ("_ref", "_call", "_number", "atexit")
    _all = {}
    _numbers = _itertools.count()
    _registered = False

    def __init__(self, obj, func, /, *args, **kwargs):
        if not callable(func):
            raise TypeError("%r is not callable" % (func,))
        if not finalize._registered:
            import atexit
            atexit.register(finalize._at_exit)
            finalize._registered = True
        self._ref = ref(obj, lambda _: self())
        self._call = func, args, kwargs
        self._number = next(self._numbers)
        self.atexit = True
        finalize._all[self._number] = self

    def __call__(self, _=None):
        if finalize._all.pop(self._number, None) is not None:
            func, args, kwargs = self._call
            self._call = None
            return func(*args, **kwargs)
        return None

    def detach(self):
        target = self._ref()
        if target is not None and finalize._all.pop(self._number, None) is not None:
            func, args, kwargs = self._call
            return target, func, args, kwargs
        return None

    def peek(self):
        target = self._ref()
        if target is None or not self.alive:
            return None
        return (target,) + self._call

    @property
    def alive(self):
        return self._number in finalize._all

    @classmethod
    def _at_exit(cls):
        for number in sorted(cls._all, reverse=True):
            known = cls._all.get(number)
            if known is not None and known.atexit:
                known()

    def __repr__(self):
        target = self._ref()
        if target is None or not self.alive:
            return "<finalize object at %#x; dead>" % id(self)
        return "<finalize object at %#x; for '%s' at %#x>" % (id(self), type(target).__name__,
                                                              id(target))
