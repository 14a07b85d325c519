"""Names for annotations. Nothing is checked: what they give only has to be written and printed."""
import collections
import collections.abc
from abc import ABCMeta


class _Alias:
    """List[int] and its like."""

    def __init__(self, origin, args, name):
        self.__origin__ = origin
        self.__args__ = args
        self._name = name

    def __call__(self, *args, **kwargs):
        if not isinstance(self.__origin__, type):
            raise TypeError("Type %s cannot be instantiated" % self._name)
        return self.__origin__(*args, **kwargs)

    def __getitem__(self, args):
        args = args if isinstance(args, tuple) else (args,)
        return _Alias(self.__origin__, args, self._name)

    def __mro_entries__(self, bases):
        origin = self.__origin__
        return (origin,) if isinstance(origin, type) else ()

    def __eq__(self, other):
        return (isinstance(other, _Alias) and self._name == other._name
                and self.__args__ == other.__args__)

    def __hash__(self):
        return hash((self._name, self.__args__))

    def __or__(self, other):
        return Union[self, other]

    def __ror__(self, other):
        return Union[other, self]

    def __getattr__(self, name):
        if name.startswith("__") or "__origin__" not in self.__dict__:
            raise AttributeError(name)
        return getattr(self.__origin__, name)

    @property
    def __parameters__(self):
        found = []
        for argument in self.__args__:
            inner = ([argument] if isinstance(argument, TypeVar)
                     else getattr(argument, "__parameters__", ()))
            found += [variable for variable in inner if variable not in found]
        return tuple(found)

    def __repr__(self):
        if not self.__args__:
            return "typing." + self._name
        return "%s[%s]" % (self._shown(), ", ".join(_text(a) for a in self.__args__))

    def _shown(self):
        return "typing." + self._name


class _OwnAlias(_Alias):
    """One of a class of the program's own that derives from Generic or Protocol."""

    def _shown(self):
        return _text(self.__origin__)

    def __mro_entries__(self, bases):
        return (self.__origin__,)


def _own_alias(cls, args):
    args = args if isinstance(args, tuple) else (args,)
    if cls is Generic or cls is Protocol:
        return _Alias(cls, args, cls.__name__)
    return _OwnAlias(cls, args, cls.__name__)


def _own_parameters(cls):
    """The variables that a class is declared with."""
    found = []
    for base in cls.__dict__.get("__orig_bases__", ()):
        parameters = getattr(base, "__parameters__", ()) if isinstance(base, _Alias) else ()
        if isinstance(base, _Alias) and base.__origin__ is Generic:
            return parameters
        found += [variable for variable in parameters if variable not in found]
    return tuple(found)


def _text(annotation):
    if annotation is Ellipsis:
        return "..."
    if isinstance(annotation, type):
        if annotation.__module__ == "builtins":
            return annotation.__qualname__
        return annotation.__module__ + "." + annotation.__qualname__
    if isinstance(annotation, list):
        return "[%s]" % ", ".join(_text(a) for a in annotation)
    return repr(annotation)


def _checked(annotation):
    return type(None) if annotation is None else annotation


class _Special:
    """Any, Union and other names that are no classes."""

    def __init__(self, name):
        self._name = name

    def __repr__(self):
        return "typing." + self._name

    def __call__(self, *args, **kwargs):
        raise TypeError("Cannot instantiate typing." + self._name)

    def __getitem__(self, args):
        args = args if isinstance(args, tuple) else (args,)
        if self._name == "Optional":
            return Union[args[0], None]
        if self._name == "Union":
            flat = []
            for each in map(_checked, args):
                parts = each.__args__ if isinstance(each, _Alias) and each._name in ("Union", "Optional") else (each,)
                for part in parts:
                    if part not in flat:
                        flat.append(part)
            if len(flat) == 1:
                return flat[0]
            return _Union(Union, tuple(flat), "Union")
        return _Alias(self, tuple(map(_checked, args)), self._name)

    def __or__(self, other):
        return Union[self, other]

    def __ror__(self, other):
        return Union[other, self]


class _Union(_Alias):
    def __repr__(self):
        others = [a for a in self.__args__ if a is not type(None)]
        if len(others) == 1 and len(self.__args__) == 2:
            return "typing.Optional[%s]" % _text(others[0])
        return "typing.Union[%s]" % ", ".join(
            "NoneType" if a is type(None) else _text(a) for a in self.__args__)


Any = _Special("Any")
Union = _Special("Union")
Optional = _Special("Optional")
ClassVar = _Special("ClassVar")
Final = _Special("Final")
Literal = _Special("Literal")
NoReturn = _Special("NoReturn")
Never = _Special("Never")
Self = _Special("Self")
Annotated = _Special("Annotated")
Concatenate = _Special("Concatenate")
TypeAlias = _Special("TypeAlias")
TypeGuard = _Special("TypeGuard")
Required = _Special("Required")
NotRequired = _Special("NotRequired")
Unpack = _Special("Unpack")
LiteralString = _Special("LiteralString")

List = _Alias(list, (), "List")
Dict = _Alias(dict, (), "Dict")
Set = _Alias(set, (), "Set")
FrozenSet = _Alias(frozenset, (), "FrozenSet")
Tuple = _Alias(tuple, (), "Tuple")
Type = _Alias(type, (), "Type")
Deque = _Alias(collections.deque, (), "Deque")
DefaultDict = _Alias(collections.defaultdict, (), "DefaultDict")
OrderedDict = _Alias(collections.OrderedDict, (), "OrderedDict")
Counter = _Alias(collections.Counter, (), "Counter")
ChainMap = _Alias(getattr(collections, "ChainMap", dict), (), "ChainMap")
Callable = _Alias(collections.abc.Callable, (), "Callable")
Iterable = _Alias(collections.abc.Iterable, (), "Iterable")
Iterator = _Alias(collections.abc.Iterator, (), "Iterator")
Generator = _Alias(collections.abc.Generator, (), "Generator")
Reversible = _Alias(collections.abc.Reversible, (), "Reversible")
Hashable = _Alias(collections.abc.Hashable, (), "Hashable")
Sized = _Alias(collections.abc.Sized, (), "Sized")
Container = _Alias(collections.abc.Container, (), "Container")
Collection = _Alias(collections.abc.Collection, (), "Collection")
Sequence = _Alias(collections.abc.Sequence, (), "Sequence")
MutableSequence = _Alias(collections.abc.MutableSequence, (), "MutableSequence")
AbstractSet = _Alias(collections.abc.Set, (), "AbstractSet")
MutableSet = _Alias(collections.abc.MutableSet, (), "MutableSet")
Mapping = _Alias(collections.abc.Mapping, (), "Mapping")
MutableMapping = _Alias(collections.abc.MutableMapping, (), "MutableMapping")
KeysView = _Alias(collections.abc.KeysView, (), "KeysView")
ItemsView = _Alias(collections.abc.ItemsView, (), "ItemsView")
ValuesView = _Alias(collections.abc.ValuesView, (), "ValuesView")
Awaitable = _Special("Awaitable")
Coroutine = _Special("Coroutine")
AsyncIterable = _Special("AsyncIterable")
AsyncIterator = _Special("AsyncIterator")
ContextManager = _Special("ContextManager")
Text = str
TYPE_CHECKING = False


class TypeVar:
    """A variable of annotations."""

    def __init__(self, name, *constraints, bound=None, covariant=False, contravariant=False):
        self.__name__ = name
        self.__constraints__ = constraints
        self.__bound__ = bound
        self.__covariant__ = covariant
        self.__contravariant__ = contravariant

    def __repr__(self):
        return ("+" if self.__covariant__ else "-" if self.__contravariant__ else "~") + self.__name__

    def __or__(self, other):
        return Union[self, other]

    def __ror__(self, other):
        return Union[other, self]


class ParamSpec(TypeVar):
    @property
    def args(self):
        return _Special(self.__name__ + ".args")

    @property
    def kwargs(self):
        return _Special(self.__name__ + ".kwargs")


class TypeVarTuple(TypeVar):
    pass


AnyStr = TypeVar("AnyStr", bytes, str)


class Generic:
    """The base of classes that have variables."""

    __slots__ = ()
    __class_getitem__ = classmethod(_own_alias)

    def __init_subclass__(cls, **keywords):
        super().__init_subclass__(**keywords)
        cls.__parameters__ = _own_parameters(cls)


_NOT_ASKED_FOR = frozenset((
    "__abstractmethods__", "__annotations__", "__class_getitem__", "__dict__", "__doc__",
    "__init__", "__init_subclass__", "__module__", "__new__", "__orig_bases__", "__parameters__",
    "__qualname__", "__slots__", "__static_attributes__", "__firstlineno__", "__subclasshook__",
    "__weakref__", "_is_protocol", "_is_runtime_protocol", "__hash__"))


def _asked_for(cls):
    """The names that something has to have to keep the protocol."""
    names = set()
    for base in cls.__mro__:
        if base.__dict__.get("_is_protocol"):
            names.update(base.__dict__)
            names.update(base.__dict__.get("__annotations__", ()))
    return sorted(name for name in names
                  if name not in _NOT_ASKED_FOR and not name.startswith("_abc_"))


class _ProtocolType(ABCMeta):
    def __instancecheck__(cls, thing):
        if not cls.__dict__.get("_is_protocol"):
            return super().__instancecheck__(thing)
        if not cls.__dict__.get("_is_runtime_protocol"):
            raise TypeError("Instance and class checks can only be used with"
                            " @runtime_checkable protocols")
        return super().__instancecheck__(thing) or all(
            hasattr(thing, name) for name in _asked_for(cls))

    def __subclasscheck__(cls, other):
        if not cls.__dict__.get("_is_protocol"):
            return super().__subclasscheck__(other)
        if not cls.__dict__.get("_is_runtime_protocol"):
            raise TypeError("Instance and class checks can only be used with"
                            " @runtime_checkable protocols")
        return super().__subclasscheck__(other) or all(
            any(name in base.__dict__ and base.__dict__[name] is not None for base in other.__mro__)
            for name in _asked_for(cls))


def _no_protocol_instances(self, *args, **kwargs):
    if type(self).__dict__.get("_is_protocol"):
        raise TypeError("Protocols cannot be instantiated")


class Protocol(metaclass=_ProtocolType):
    """The base of classes that say what others must have."""

    __slots__ = ()
    __class_getitem__ = classmethod(_own_alias)

    def __init_subclass__(cls, **keywords):
        super().__init_subclass__(**keywords)
        cls.__parameters__ = _own_parameters(cls)
        cls._is_protocol = Protocol in cls.__bases__
        if cls._is_protocol and "__init__" not in cls.__dict__:
            cls.__init__ = _no_protocol_instances


def runtime_checkable(cls):
    if not getattr(cls, "_is_protocol", False):
        raise TypeError("@runtime_checkable can be only applied to protocol classes, got %r" % (cls,))
    cls._is_runtime_protocol = True
    return cls


@runtime_checkable
class SupportsInt(Protocol):
    __slots__ = ()

    def __int__(self):
        pass


@runtime_checkable
class SupportsFloat(Protocol):
    __slots__ = ()

    def __float__(self):
        pass


@runtime_checkable
class SupportsIndex(Protocol):
    __slots__ = ()

    def __index__(self):
        pass


@runtime_checkable
class SupportsAbs(Protocol):
    __slots__ = ()

    def __abs__(self):
        pass


@runtime_checkable
class SupportsRound(Protocol):
    __slots__ = ()

    def __round__(self):
        pass


def NewType(name, kind):
    """A name for a type; calling it gives its argument."""
    def make(value):
        return value
    make.__name__ = make.__qualname__ = name
    make.__supertype__ = kind
    return make


class NamedTupleMeta(type):
    def __new__(meta, name, bases, namespace):
        if not bases:
            return super().__new__(meta, name, bases, namespace)
        types = namespace.get("__annotations__", {})
        fields = list(types)
        defaults = [namespace[f] for f in fields if f in namespace]
        for position, field in enumerate(fields):
            if field in namespace and any(f not in namespace for f in fields[position + 1:]):
                later = next(f for f in fields[position + 1:] if f not in namespace)
                raise TypeError("Non-default namedtuple field %s cannot follow default field %s" % (
                    later, field))
        made = collections.namedtuple(name, fields, defaults=defaults,
                                      module=namespace.get("__module__"))
        made.__annotations__ = dict(types)
        for key, value in namespace.items():
            if key not in fields and key not in ("__module__", "__qualname__", "__annotations__", "__dict__"):
                setattr(made, key, value)
        return made


class NamedTuple(metaclass=NamedTupleMeta):
    """The base of named tuples with annotations; a call makes one from a list of pairs."""

    def __new__(cls, typename, fields=(), /, **keywords):
        pairs = list(fields) or list(keywords.items())
        made = collections.namedtuple(typename, [name for name, _ in pairs])
        made.__annotations__ = dict(pairs)
        return made


class _TypedDictType(type):
    """Makes plain subclasses of dict; which keys there may be is for type checkers."""

    def __new__(meta, name, bases, namespace, total=True):
        made = type.__new__(meta, name, (dict,), dict(namespace))
        own = dict(namespace.get("__annotations__", {}))
        types, required, optional = {}, set(), set()
        for base in bases:
            types.update(getattr(base, "__annotations__", {}))
            required |= getattr(base, "__required_keys__", frozenset())
            optional |= getattr(base, "__optional_keys__", frozenset())
        types.update(own)
        (required if total else optional).update(own)
        made.__annotations__ = types
        made.__required_keys__ = frozenset(required)
        made.__optional_keys__ = frozenset(optional)
        made.__total__ = total
        return made

    __call__ = dict

    def __instancecheck__(cls, thing):
        raise TypeError("TypedDict does not support instance and class checks")

    __subclasscheck__ = __instancecheck__


def TypedDict(name, fields=None, /, *, total=True, **keywords):
    """The base of dicts with annotated keys; a call makes one from a dict of them."""
    return _TypedDictType(name, (), {"__annotations__": dict(fields or keywords)}, total=total)


TypedDict.__mro_entries__ = lambda bases: (_typed_dict,)
_typed_dict = _TypedDictType("TypedDict", (), {})


def cast(kind, value):
    return value


def overload(function):
    def never(*args, **kwargs):
        raise NotImplementedError("You should not call an overloaded function.")
    return never


def final(thing):
    return thing


def no_type_check(thing):
    return thing


def override(method):
    return method


def assert_never(value):
    raise AssertionError("Expected code to be unreachable, but got: " + repr(value))


def assert_type(value, kind):
    return value


def reveal_type(value):
    return value


def get_type_hints(thing, globalns=None, localns=None, include_extras=False):
    return dict(getattr(thing, "__annotations__", {}))


def get_origin(annotation):
    return getattr(annotation, "__origin__", None)


def get_args(annotation):
    return getattr(annotation, "__args__", ())
