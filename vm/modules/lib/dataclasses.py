"""Classes whose methods follow from their annotated attributes (PEP 557)."""
import copy
import sys

_GenericAlias = type(list[int])


class FrozenInstanceError(AttributeError):
    """An attribute of a frozen instance was to be changed."""


class _Missing:
    def __repr__(self):
        return "<dataclasses._MISSING_TYPE object>"


MISSING = _Missing()


class KW_ONLY:
    """In the annotation of a name _: the fields after it are keyword-only."""


class InitVar:
    """An argument of __init__ that goes to __post_init__ and becomes no attribute."""

    def __init__(self, type):
        self.type = type

    def __class_getitem__(cls, type):
        return cls(type)

    def __repr__(self):
        name = getattr(self.type, "__name__", None) or repr(self.type)
        return "dataclasses.InitVar[%s]" % name


class Field:
    """What is known of one field."""

    __class_getitem__ = classmethod(_GenericAlias)

    __slots__ = ("name", "type", "default", "default_factory", "repr", "hash", "init", "compare",
                 "metadata", "kw_only", "_kind")

    def __init__(self, default, default_factory, init, repr, hash, compare, metadata, kw_only):
        self.name = None
        self.type = None
        self.default = default
        self.default_factory = default_factory
        self.init = init
        self.repr = repr
        self.hash = hash
        self.compare = compare
        self.metadata = {} if metadata is None else metadata
        self.kw_only = kw_only
        self._kind = "field"

    def __repr__(self):
        return ("Field(name=%r,type=%r,default=%r,default_factory=%r,init=%r,repr=%r,hash=%r,"
                "compare=%r,metadata=%r,kw_only=%r,_field_type=%s)" % (
                    self.name, self.type, self.default, self.default_factory, self.init, self.repr,
                    self.hash, self.compare, self.metadata, self.kw_only, self._kind))


def field(*, default=MISSING, default_factory=MISSING, init=True, repr=True, hash=None, compare=True,
          metadata=None, kw_only=MISSING):
    """The value of an attribute in a class body that says more than a default."""
    if default is not MISSING and default_factory is not MISSING:
        raise ValueError("cannot specify both default and default_factory")
    return Field(default, default_factory, init, repr, hash, compare, metadata, kw_only)


def _is_class_var(annotation):
    if isinstance(annotation, str):
        return annotation.split("[")[0].strip() in ("ClassVar", "typing.ClassVar", "t.ClassVar")
    typing = sys.modules.get("typing")
    if typing is None:
        return False
    return annotation is typing.ClassVar or getattr(annotation, "__origin__", None) is typing.ClassVar


def _is_init_var(annotation):
    if isinstance(annotation, str):
        return annotation.split("[")[0].strip() in ("InitVar", "dataclasses.InitVar")
    return annotation is InitVar or isinstance(annotation, InitVar)


def _is_kw_only(annotation):
    if isinstance(annotation, str):
        return annotation.strip() in ("KW_ONLY", "dataclasses.KW_ONLY")
    return annotation is KW_ONLY


def _own_field(cls, name, annotation, kw_only):
    default = getattr(cls, name, MISSING)
    if isinstance(default, Field):
        made = default
    else:
        if type(default).__name__ == "member_descriptor":
            default = MISSING  # of __slots__
        made = field(default=default)
    made.name = name
    made.type = annotation
    if _is_class_var(annotation):
        made._kind = "class"
    elif _is_init_var(annotation):
        made._kind = "init"
    if made._kind != "field" and made.default_factory is not MISSING:
        raise TypeError("field %s cannot have a default factory" % name)
    if made._kind == "class":
        if made.kw_only is not MISSING:
            raise TypeError("field %s is a ClassVar but specifies kw_only" % name)
    elif made.kw_only is MISSING:
        made.kw_only = kw_only
    if made._kind == "field" and made.default.__class__.__hash__ is None:
        raise ValueError("mutable default %s for field %s is not allowed: use default_factory" % (
            type(made.default), name))
    return made


def _make(name, parameters, body, known, module):
    """A function from its text; known: the names that the text uses."""
    lines = ["def _maker(%s):" % ", ".join(known), " def %s(%s):" % (name, ", ".join(parameters))]
    lines += ["  " + line for line in body or ["pass"]]
    lines.append(" return " + name)
    namespace = {}
    exec("\n".join(lines), {"__name__": module}, namespace)
    return namespace["_maker"](**known)


def _init_of(cls, fields, frozen):
    known = {"_object": object, "_missing": MISSING, "_factory": MISSING}
    positional, keyword, body = [], [], []
    seen_default = None
    for f in fields:
        if not f.init:
            if f.default_factory is not MISSING:
                known["_make_" + f.name] = f.default_factory
                value = "_make_%s()" % f.name
            else:
                continue  # the class attribute is its default
        else:
            parameter = f.name
            if f.default is not MISSING:
                known["_default_" + f.name] = f.default
                parameter += "=_default_" + f.name
            elif f.default_factory is not MISSING:
                known["_make_" + f.name] = f.default_factory
                parameter += "=_factory"
            elif not f.kw_only:
                if seen_default is not None:
                    raise TypeError("non-default argument %r follows default argument" % f.name)
            if not f.kw_only and "=" in parameter:
                seen_default = f.name
            (keyword if f.kw_only else positional).append(parameter)
            value = f.name
            if f.default_factory is not MISSING:
                value = "_make_%s() if %s is _factory else %s" % (f.name, f.name, f.name)
        if f._kind == "init":
            continue
        if frozen:
            body.append("_object.__setattr__(self, %r, %s)" % (f.name, value))
        else:
            body.append("self.%s = %s" % (f.name, value))
    if hasattr(cls, "__post_init__"):
        body.append("self.__post_init__(%s)" % ", ".join(f.name for f in fields if f._kind == "init"))
    parameters = ["self"] + positional + (["*"] + keyword if keyword else [])
    init = _make("__init__", parameters, body, known, cls.__module__)
    init.__annotations__ = {f.name: f.type for f in fields if f.init}
    init.__annotations__["return"] = None
    return init


_running = set()  # (id, thread) of what is being shown


def _repr_of(fields):
    names = [f.name for f in fields if f.repr]

    def __repr__(self):
        import _thread
        key = (id(self), _thread.get_ident())
        if key in _running:
            return "..."
        _running.add(key)
        try:
            return "%s(%s)" % (self.__class__.__qualname__,
                               ", ".join(["%s=%r" % (name, getattr(self, name)) for name in names]))
        finally:
            _running.discard(key)
    return __repr__


def _tuple_text(who, names):
    return "(%s%s)" % (", ".join("%s.%s" % (who, name) for name in names), "," if len(names) == 1 else "")


def _comparison(name, operator, names, module):
    body = ["if other.__class__ is self.__class__:",
            " return %s %s %s" % (_tuple_text("self", names), operator, _tuple_text("other", names)),
            "return NotImplemented"]
    return _make(name, ["self", "other"], body, {}, module)


def _process(cls, init, repr, eq, order, unsafe_hash, frozen, match_args, kw_only, slots):
    fields = {}
    frozen_bases = []
    for base in cls.__mro__[-1:0:-1]:
        inherited = base.__dict__.get("__dataclass_fields__")
        if inherited is not None:
            fields.update(inherited)
            frozen_bases.append(base.__dict__["__dataclass_params__"]["frozen"])
    if frozen_bases:
        if any(frozen_bases) and not frozen:
            raise TypeError("cannot inherit non-frozen dataclass from a frozen one")
        if frozen and not all(frozen_bases):
            raise TypeError("cannot inherit frozen dataclass from a non-frozen one")
    only_keywords = kw_only
    for name, annotation in cls.__dict__.get("__annotations__", {}).items():
        if _is_kw_only(annotation):
            only_keywords = True
            continue
        f = _own_field(cls, name, annotation, only_keywords)
        fields[name] = f
        if isinstance(cls.__dict__.get(name), Field):
            if f.default is MISSING:
                delattr(cls, name)
            else:
                setattr(cls, name, f.default)
    for name, value in list(cls.__dict__.items()):
        if isinstance(value, Field) and name not in cls.__dict__.get("__annotations__", {}):
            raise TypeError("%r is a field but has no type annotation" % name)
    cls.__dataclass_fields__ = fields
    cls.__dataclass_params__ = {"init": init, "repr": repr, "eq": eq, "order": order,
                                "unsafe_hash": unsafe_hash, "frozen": frozen}
    has_own_hash = "__hash__" in cls.__dict__ and not (
        cls.__dict__["__hash__"] is None and "__eq__" in cls.__dict__)
    arguments = [f for f in fields.values() if f._kind in ("field", "init")]
    shown = [f for f in fields.values() if f._kind == "field"]
    if init and "__init__" not in cls.__dict__:
        cls.__init__ = _init_of(cls, arguments, frozen)
        cls.__init__.__qualname__ = cls.__qualname__ + ".__init__"
    if repr and "__repr__" not in cls.__dict__:
        cls.__repr__ = _repr_of(shown)
        cls.__repr__.__module__ = cls.__module__
        cls.__repr__.__qualname__ = cls.__qualname__ + ".__repr__"
    names = [f.name for f in shown if f.compare]
    if eq and "__eq__" not in cls.__dict__:
        cls.__eq__ = _comparison("__eq__", "==", names, cls.__module__)
    if order:
        if not eq:
            raise ValueError("eq must be true if order is true")
        for name, operator in (("__lt__", "<"), ("__le__", "<="), ("__gt__", ">"), ("__ge__", ">=")):
            if name in cls.__dict__:
                raise TypeError("Cannot overwrite attribute %s in class %s. Consider using "
                                "functools.total_ordering" % (name, cls.__name__))
            setattr(cls, name, _comparison(name, operator, names, cls.__module__))
    if frozen:
        _freeze(cls, [f.name for f in shown])
    if unsafe_hash and has_own_hash:
        raise TypeError("Cannot overwrite attribute __hash__ in class " + cls.__name__)
    if unsafe_hash or (eq and frozen and not has_own_hash):
        hashed = [f.name for f in shown if (f.compare if f.hash is None else f.hash)]
        cls.__hash__ = _make("__hash__", ["self"], ["return hash(%s)" % _tuple_text("self", hashed)],
                             {}, cls.__module__)
    elif eq and not has_own_hash:
        cls.__hash__ = None
    if match_args and "__match_args__" not in cls.__dict__:
        cls.__match_args__ = tuple(f.name for f in arguments if f.init and not f.kw_only)
    if "__doc__" not in cls.__dict__ or cls.__doc__ is None:
        cls.__doc__ = cls.__name__ + _signature(arguments)
    return _with_slots(cls, shown) if slots else cls


def _signature(arguments):
    parts = []
    keywords = False
    for f in sorted((f for f in arguments if f.init), key=lambda f: bool(f.kw_only)):
        if f.kw_only and not keywords:
            keywords = True
            parts.append("*")
        kind = f.type if isinstance(f.type, str) else getattr(f.type, "__name__", None) or repr(f.type)
        text = "%s: %s" % (f.name, repr(f.type) if isinstance(f.type, str) else kind)
        if f.default is not MISSING:
            text += " = %r" % (f.default,)
        elif f.default_factory is not MISSING:
            text += " = <factory>"
        parts.append(text)
    return "(%s)" % ", ".join(parts)


def _freeze(cls, names):
    frozen_names = frozenset(names)

    def __setattr__(self, name, value):
        if type(self) is cls or name in frozen_names:
            raise FrozenInstanceError("cannot assign to field %r" % name)
        super(cls, self).__setattr__(name, value)

    def __delattr__(self, name):
        if type(self) is cls or name in frozen_names:
            raise FrozenInstanceError("cannot delete field %r" % name)
        super(cls, self).__delattr__(name)
    for function in (__setattr__, __delattr__):
        if function.__name__ in cls.__dict__:
            raise TypeError("Cannot overwrite attribute %s in class %s" % (
                function.__name__, cls.__name__))
        function.__module__ = cls.__module__
        setattr(cls, function.__name__, function)


def _with_slots(cls, fields):
    """The same class once more, with __slots__."""
    if "__slots__" in cls.__dict__:
        raise TypeError("%s already specifies __slots__" % cls.__name__)
    inherited = {name for base in cls.__mro__[1:-1] for name in base.__dict__.get("__slots__", ())}
    namespace = dict(cls.__dict__)
    names = tuple(f.name for f in fields)
    namespace["__slots__"] = tuple(name for name in names if name not in inherited)
    for name in names + ("__dict__", "__weakref__"):
        namespace.pop(name, None)
    made = type(cls)(cls.__name__, cls.__bases__, namespace)
    made.__qualname__ = cls.__qualname__
    return made


def dataclass(cls=None, /, *, init=True, repr=True, eq=True, order=False, unsafe_hash=False,
              frozen=False, match_args=True, kw_only=False, slots=False, weakref_slot=False):
    """Adds the methods that follow from the annotated attributes."""
    def wrap(cls):
        return _process(cls, init, repr, eq, order, unsafe_hash, frozen, match_args, kw_only, slots)
    return wrap if cls is None else wrap(cls)


def fields(class_or_instance):
    """The fields, in order."""
    try:
        known = class_or_instance.__dataclass_fields__
    except AttributeError:
        raise TypeError("must be called with a dataclass type or instance") from None
    return tuple(f for f in known.values() if f._kind == "field")


def is_dataclass(obj):
    return hasattr(obj if isinstance(obj, type) else type(obj), "__dataclass_fields__")


def _is_instance(obj):
    return hasattr(type(obj), "__dataclass_fields__")


def asdict(obj, *, dict_factory=dict):
    """The fields as a dict, and what is below them likewise."""
    if not _is_instance(obj):
        raise TypeError("asdict() should be called on dataclass instances")
    return _as_plain(obj, lambda pairs: dict_factory(pairs))


def astuple(obj, *, tuple_factory=tuple):
    """The values of the fields as a tuple, and what is below them likewise."""
    if not _is_instance(obj):
        raise TypeError("astuple() should be called on dataclass instances")
    return _as_plain(obj, lambda pairs: tuple_factory([value for _, value in pairs]))


def _as_plain(obj, build):
    if _is_instance(obj):
        return build([(f.name, _as_plain(getattr(obj, f.name), build)) for f in fields(obj)])
    if isinstance(obj, tuple) and hasattr(obj, "_fields"):
        return type(obj)(*[_as_plain(item, build) for item in obj])
    if isinstance(obj, (list, tuple)):
        return type(obj)(_as_plain(item, build) for item in obj)
    if isinstance(obj, dict):
        return type(obj)((_as_plain(key, build), _as_plain(value, build)) for key, value in obj.items())
    return copy.deepcopy(obj)


def replace(obj, /, **changes):
    """A new instance with some fields changed."""
    if not _is_instance(obj):
        raise TypeError("replace() should be called on dataclass instances")
    for f in obj.__dataclass_fields__.values():
        if f._kind == "class":
            continue
        if not f.init:
            if f.name in changes:
                raise ValueError("field %s is declared with init=False, it cannot be specified with "
                                 "replace()" % f.name)
            continue
        if f.name not in changes:
            if f._kind == "init" and f.default is MISSING:
                raise ValueError("InitVar %r must be specified with replace()" % f.name)
            changes[f.name] = getattr(obj, f.name)
    return obj.__class__(**changes)


def make_dataclass(cls_name, fields, *, bases=(), namespace=None, **options):
    """A dataclass from a list of names, (name, type) or (name, type, field)."""
    body = dict(namespace or {})
    annotations = {}
    for item in fields:
        if isinstance(item, str):
            annotations[item] = "typing.Any"
        else:
            annotations[item[0]] = item[1]
            if len(item) > 2:
                body[item[0]] = item[2]
    body["__annotations__"] = annotations
    return dataclass(type(cls_name, bases, body), **options)
