"""Shallow and deep copies."""


class Error(Exception):
    """What cannot be copied."""


error = Error

_ATOMIC = (type(None), int, float, bool, str, bytes, type, range, type(Ellipsis),
           type(NotImplemented), type(lambda: 0), type(len), property)


def _state_of(x):
    """The attributes: a dict, and those in slots."""
    slots = {}
    for cls in type(x).__mro__:
        names = cls.__dict__.get("__slots__", ())
        for name in (names,) if isinstance(names, str) else names:
            if name not in ("__dict__", "__weakref__"):
                if name.startswith("__") and not name.endswith("__"):
                    name = "_%s%s" % (cls.__name__.lstrip("_"), name)
                if hasattr(x, name):
                    slots[name] = getattr(x, name)
    return getattr(x, "__dict__", None), slots


def _empty_like(x):
    """A new instance of x's class with the content of the built-in type below it."""
    cls = type(x)
    for kind in (list, dict, set, bytearray):
        if issubclass(cls, kind):
            return cls.__new__(cls)
    for kind in (int, float, str, bytes, tuple, frozenset):
        if issubclass(cls, kind):
            return kind.__new__(cls, x)
    return cls.__new__(cls)


def _restore(x, made, attributes, slots):
    if hasattr(x, "__setstate__"):
        made.__setstate__(attributes)
        return
    if attributes:
        made.__dict__.update(attributes)
    for name, value in slots.items():
        setattr(made, name, value)


def _state_through_hook(x):
    if hasattr(type(x), "__getstate__") and type(x).__getstate__ is not getattr(object, "__getstate__", None):
        return x.__getstate__(), {}
    return _state_of(x)


def _parts_by_hook(x, cls):
    """What x's class says of its parts; None: nothing. Exceptions are made again of their arguments."""
    reduce = getattr(cls, "__reduce__", None)
    if reduce is not None:
        return reduce(x)
    if not issubclass(cls, BaseException):
        return None
    args = x.args
    if issubclass(cls, OSError) and len(args) == 2 and x.filename is not None:
        args += (x.filename,)
    return cls, args, getattr(x, "__dict__", None) or None


def _rebuilt(x, parts, convert):
    """What a __reduce__ describes. convert: of each part."""
    cls, args, state, items, pairs = tuple(parts) + (None,) * (5 - len(parts))
    made = cls(*[convert(arg) for arg in args])
    if state is not None:
        if hasattr(made, "__setstate__"):
            made.__setstate__(convert(state))
        else:
            made.__dict__.update(convert(state))
    if items is not None:
        for item in items:
            made.append(convert(item))
    if pairs is not None:
        for key, value in pairs:
            made[convert(key)] = convert(value)
    return made


def copy(x):
    """A copy whose parts are x's own."""
    cls = type(x)
    if cls in _ATOMIC or cls in (tuple, frozenset) or isinstance(x, type):
        return x
    if cls in (list, dict, set, bytearray):
        return x.copy()
    own = getattr(cls, "__copy__", None)
    if own is not None:
        return own(x)
    parts = _parts_by_hook(x, cls)
    if parts is not None:
        return x if isinstance(parts, str) else _rebuilt(x, parts, lambda part: part)
    made = _empty_like(x)
    if isinstance(x, (set, bytearray)):
        (made.update if isinstance(x, set) else made.extend)(x)
    # Attributes first: methods of the class that take the items may need them.
    _restore(x, made, *_state_through_hook(x))
    if isinstance(x, list):
        for item in x:
            made.append(item)
    elif isinstance(x, dict):
        for key, value in x.items():
            made[key] = value
    return made


def deepcopy(x, memo=None, _nil=[]):
    """A copy whose parts are copies as well. memo: what has been copied already, by id."""
    if memo is None:
        memo = {}
    key = id(x)
    known = memo.get(key, _nil)
    if known is not _nil:
        return known
    cls = type(x)
    if cls in _ATOMIC or isinstance(x, type):
        return x
    made = _copy_parts(x, cls, memo)
    if made is not x:
        memo[key] = made
        memo.setdefault(id(memo), []).append(x)  # x has to live as long as its id is in use
    return made


def _copy_parts(x, cls, memo):
    if cls is list:
        made = []
        memo[id(x)] = made
        for item in x:
            made.append(deepcopy(item, memo))
        return made
    if cls is dict:
        made = {}
        memo[id(x)] = made
        for key, value in x.items():
            made[deepcopy(key, memo)] = deepcopy(value, memo)
        return made
    if cls is tuple:
        parts = [deepcopy(item, memo) for item in x]
        if id(x) in memo:
            return memo[id(x)]
        if all(a is b for a, b in zip(parts, x)):
            return x
        return tuple(parts)
    if cls is set:
        return {deepcopy(item, memo) for item in x}
    if cls is frozenset:
        return frozenset(deepcopy(item, memo) for item in x)
    if cls is bytearray:
        return x.copy()
    own = getattr(cls, "__deepcopy__", None)
    if own is not None:
        return own(x, memo)
    if hasattr(x, "__func__") and hasattr(x, "__self__"):
        return cls(x.__func__, deepcopy(x.__self__, memo))
    if cls.__module__ in ("_thread", "_io") or cls.__name__ in ("generator", "module"):
        raise TypeError("cannot pickle %r object" % (
            cls.__name__ if cls.__module__ == "builtins" else cls.__module__ + "." + cls.__name__))
    parts = _parts_by_hook(x, cls)
    if parts is not None:
        if isinstance(parts, str):
            return x
        return _rebuilt(x, parts, lambda part: deepcopy(part, memo))
    made = _empty_like(x)
    memo[id(x)] = made
    if isinstance(x, set):
        for item in x:
            made.add(deepcopy(item, memo))
    elif isinstance(x, tuple):
        made = tuple.__new__(cls, [deepcopy(item, memo) for item in x])
    attributes, slots = _state_through_hook(x)
    _restore(x, made, deepcopy(attributes, memo), deepcopy(slots, memo))
    if isinstance(x, list):
        for item in x:
            made.append(deepcopy(item, memo))
    elif isinstance(x, dict):
        for key, value in x.items():
            made[deepcopy(key, memo)] = deepcopy(value, memo)
    return made
