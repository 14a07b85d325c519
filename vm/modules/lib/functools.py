"""Functions over functions: wraps, partial, reduce, caches, orderings."""
from _thread import RLock as _RLock

_GenericAlias = type(list[int])

WRAPPER_ASSIGNMENTS = ("__module__", "__name__", "__qualname__", "__doc__", "__annotations__")
WRAPPER_UPDATES = ("__dict__",)

_MISSING = object()


def update_wrapper(wrapper, wrapped, assigned=WRAPPER_ASSIGNMENTS, updated=WRAPPER_UPDATES):
    """Makes wrapper look like wrapped."""
    for name in assigned:
        value = getattr(wrapped, name, _MISSING)
        if value is not _MISSING:
            setattr(wrapper, name, value)
    for name in updated:
        getattr(wrapper, name).update(getattr(wrapped, name, {}))
    wrapper.__wrapped__ = wrapped
    return wrapper


def wraps(wrapped, assigned=WRAPPER_ASSIGNMENTS, updated=WRAPPER_UPDATES):
    def decorate(wrapper):
        return update_wrapper(wrapper, wrapped, assigned, updated)

    return decorate


def reduce(function, sequence, initial=_MISSING, /):
    items = None
    try:
        items = iter(sequence)
    except TypeError:
        pass
    if items is None:
        raise TypeError("reduce() arg 2 must support iteration")
    if initial is _MISSING:
        value = next(items, _MISSING)
        if value is _MISSING:
            raise TypeError("reduce() of empty iterable with no initial value")
    else:
        value = initial
    for item in items:
        value = function(value, item)
    return value


class partial:
    """A function with some of its arguments given already."""

    __class_getitem__ = classmethod(_GenericAlias)

    def __init__(self, func, /, *args, **keywords):
        if not callable(func):
            raise TypeError("the first argument must be callable")
        if isinstance(func, partial):
            args = func.args + args
            keywords = {**func.keywords, **keywords}
            func = func.func
        self.func = func
        self.args = args
        self.keywords = keywords

    def __call__(self, /, *args, **keywords):
        return self.func(*self.args, *args, **{**self.keywords, **keywords})

    def __repr__(self):
        parts = [repr(self.func)] + [repr(a) for a in self.args]
        parts += ["%s=%r" % item for item in self.keywords.items()]
        return "functools.partial(%s)" % ", ".join(parts)


class partialmethod:
    """A method with some of its arguments given already."""

    __class_getitem__ = classmethod(_GenericAlias)

    def __init__(self, func, /, *args, **keywords):
        self.func = func
        self.args = args
        self.keywords = keywords

    def __get__(self, instance, owner=None):
        function = self.func.__get__(instance, owner)
        return partial(function, *self.args, **self.keywords)


class _CacheInfo(tuple):
    hits = property(lambda self: self[0])
    misses = property(lambda self: self[1])
    maxsize = property(lambda self: self[2])
    currsize = property(lambda self: self[3])

    def __repr__(self):
        return "CacheInfo(hits=%r, misses=%r, maxsize=%r, currsize=%r)" % tuple(self)


def _make_key(args, kwargs, typed):
    if not kwargs and not typed:
        # As CPython: one int or str is its own key, so f(1) and f(True) are different calls.
        return args[0] if len(args) == 1 and type(args[0]) in (int, str) else args
    key = args
    if kwargs:
        key += (_MISSING,) + tuple(kwargs.items())
    if typed:
        key += tuple([type(v) for v in args]) + tuple([type(v) for v in kwargs.values()])
    return key


class _Cached:
    """A function that remembers its results. A dict keeps the order of use, the oldest first."""

    def __init__(self, function, maxsize, typed):
        self._function = function
        self._maxsize = maxsize
        self._typed = typed
        self._results = {}
        self._hits = 0
        self._misses = 0
        self._lock = _RLock()
        update_wrapper(self, function)

    def __call__(self, *args, **kwargs):
        if self._maxsize == 0:  # no key is made: the arguments need not be hashable
            with self._lock:
                self._misses += 1
            return self._function(*args, **kwargs)
        key = _make_key(args, kwargs, self._typed)
        results = self._results
        with self._lock:
            result = results.get(key, _MISSING)
            if result is not _MISSING:
                self._hits += 1
                if self._maxsize is not None:
                    del results[key]
                    results[key] = result
                return result
            self._misses += 1
        result = self._function(*args, **kwargs)
        with self._lock:
            if key not in results:
                if self._maxsize is not None and len(results) >= self._maxsize:
                    del results[next(iter(results))]
                results[key] = result
        return result

    def __get__(self, instance, owner=None):
        return self if instance is None else partial(self, instance)

    def cache_info(self):
        with self._lock:
            return _CacheInfo((self._hits, self._misses, self._maxsize, len(self._results)))

    def cache_clear(self):
        with self._lock:
            self._results.clear()
            self._hits = self._misses = 0

    def cache_parameters(self):
        return {"maxsize": self._maxsize, "typed": self._typed}


def lru_cache(maxsize=128, typed=False):
    """Remembers the results of the last maxsize different calls; of all calls if it is None."""
    if callable(maxsize):
        return _Cached(maxsize, 128, typed)
    if maxsize is not None:
        if not isinstance(maxsize, int):
            raise TypeError("Expected first argument to be an integer, a callable, or None")
        maxsize = max(maxsize, 0)
    return lambda function: _Cached(function, maxsize, typed)


def cache(user_function, /):
    return lru_cache(maxsize=None)(user_function)


class cached_property:
    """A property that is computed once for each instance."""

    __class_getitem__ = classmethod(_GenericAlias)

    def __init__(self, func):
        self.func = func
        self.attrname = None
        self.__doc__ = func.__doc__

    def __set_name__(self, owner, name):
        self.attrname = name

    def __get__(self, instance, owner=None):
        if instance is None:
            return self
        value = instance.__dict__[self.attrname] = self.func(instance)
        return value


def cmp_to_key(mycmp):
    """A key function for sorting by a function that compares two items as in Python 2."""

    def keep(self, obj):
        self.obj = obj

    return type("KeyWrapper", (), {
        "__slots__": ("obj",),
        "__hash__": None,
        "__init__": keep,
        "__eq__": lambda one, two: not mycmp(one.obj, two.obj),
        "__lt__": lambda one, two: mycmp(one.obj, two.obj) < 0,
        "__le__": lambda one, two: mycmp(one.obj, two.obj) <= 0,
        "__gt__": lambda one, two: mycmp(one.obj, two.obj) > 0,
        "__ge__": lambda one, two: mycmp(one.obj, two.obj) >= 0,
    })


def _from_lt(name):
    """The comparison `name` by way of __lt__ and __eq__ of the class."""

    def compare(self, other):
        less = type(self).__lt__(self, other)
        if less is NotImplemented:
            return less
        if name == "__gt__":
            return not less and self != other
        return less or self == other if name == "__le__" else not less

    return compare


def _from_gt(name):
    def compare(self, other):
        greater = type(self).__gt__(self, other)
        if greater is NotImplemented:
            return greater
        if name == "__lt__":
            return not greater and self != other
        return greater or self == other if name == "__ge__" else not greater

    return compare


def _from_le(name):
    def compare(self, other):
        at_most = type(self).__le__(self, other)
        if at_most is NotImplemented:
            return at_most
        if name == "__gt__":
            return not at_most
        return at_most and self != other if name == "__lt__" else not at_most or self == other

    return compare


def _from_ge(name):
    def compare(self, other):
        at_least = type(self).__ge__(self, other)
        if at_least is NotImplemented:
            return at_least
        if name == "__lt__":
            return not at_least
        return at_least and self != other if name == "__gt__" else not at_least or self == other

    return compare


def total_ordering(cls):
    """Adds the ordering methods that a class lacks, by way of the one that it has."""
    names = ("__lt__", "__gt__", "__le__", "__ge__")
    makers = {"__lt__": _from_lt, "__gt__": _from_gt, "__le__": _from_le, "__ge__": _from_ge}
    own = [n for n in names if getattr(cls, n, None) is not getattr(object, n, None)]
    if not own:
        raise ValueError("must define at least one ordering operation: < > <= >=")
    for name in names:
        if name not in own:
            method = makers[own[0]](name)
            method.__name__ = name
            setattr(cls, name, method)
    return cls


class singledispatchmethod:
    """A method with a variant for each type of its first argument after self."""

    def __init__(self, func):
        if not callable(func) and not hasattr(func, "__get__"):
            raise TypeError("%r is not callable or a descriptor" % (func,))
        self.dispatcher = singledispatch(func)
        self.func = func

    def register(self, cls, method=None):
        return self.dispatcher.register(cls, method)

    def __get__(self, obj, cls=None):
        def method(*args, **kwargs):
            chosen = self.dispatcher.dispatch(type(args[0]))
            return chosen.__get__(obj, cls)(*args, **kwargs)

        method.__isabstractmethod__ = self.__isabstractmethod__
        method.register = self.register
        update_wrapper(method, self.func)
        return method

    @property
    def __isabstractmethod__(self):
        return getattr(self.func, "__isabstractmethod__", False)


def singledispatch(func):
    """A function with a variant for each type of its first argument."""
    registry = {object: func}

    def dispatch(cls):
        for base in cls.__mro__:
            if base in registry:
                return registry[base]
        return func

    def register(cls, function=None):
        if function is None:
            if isinstance(cls, type):
                return lambda f: register(cls, f)
            function = cls
            cls = [t for n, t in function.__annotations__.items() if n != "return"][0]
            if isinstance(cls, str):  # from __future__ import annotations
                cls = eval(cls, function.__globals__)
        registry[cls] = function
        return function

    def wrapper(*args, **kwargs):
        if not args:
            raise TypeError("%s requires at least 1 positional argument" % func.__name__)
        return dispatch(type(args[0]))(*args, **kwargs)

    update_wrapper(wrapper, func)
    wrapper.register = register
    wrapper.dispatch = dispatch
    wrapper.registry = registry
    return wrapper
