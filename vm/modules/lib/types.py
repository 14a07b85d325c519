"""Names for the types that have none among the built-ins."""
from _thread import get_ident as _get_ident



def _generator():
    yield


class _Sample:
    __slots__ = ("slot",)

    def method(self):
        """For its type."""


FunctionType = LambdaType = type(_generator)
GeneratorType = type(_generator())
CodeType = type(_generator.__code__)
MethodType = type(_Sample().method)
BuiltinFunctionType = BuiltinMethodType = type(len)
MethodDescriptorType = type(str.join)
WrapperDescriptorType = type(object.__init__)
MethodWrapperType = type(object().__str__)
ClassMethodDescriptorType = type(dict.__dict__["fromkeys"])
GetSetDescriptorType = type(FunctionType.__dict__.get("__code__"))
MemberDescriptorType = type(_Sample.__dict__.get("slot"))
ModuleType = type(__import__("sys"))
NoneType = type(None)
NotImplementedType = type(NotImplemented)
EllipsisType = type(Ellipsis)
GenericAlias = type(list[int])
try:
    raise TypeError
except TypeError as _error:
    TracebackType = type(_error.__traceback__)
    FrameType = type(_error.__traceback__.tb_frame)
UnionType = type(int | str)


_shown = set()  # (id, thread) of the namespaces whose text is being made


class SimpleNamespace:
    """Attributes, and nothing else."""

    def __init__(self, /, **kwargs):
        self.__dict__.update(kwargs)

    def __repr__(self):
        name = "namespace" if type(self) is SimpleNamespace else type(self).__name__
        key = id(self), _get_ident()
        if key in _shown:
            return name + "(...)"
        _shown.add(key)
        try:
            return "%s(%s)" % (name, ", ".join(["%s=%r" % pair for pair in self.__dict__.items()]))
        finally:
            _shown.discard(key)

    def __eq__(self, other):
        if isinstance(self, SimpleNamespace) and isinstance(other, SimpleNamespace):
            return self.__dict__ == other.__dict__
        return NotImplemented

    __hash__ = None


class MappingProxyType:
    """A mapping that cannot be changed through this."""

    __class_getitem__ = classmethod(GenericAlias)

    __slots__ = ("_mapping",)

    def __init__(self, mapping):
        if not hasattr(mapping, "keys"):
            raise TypeError("mappingproxy() argument must be a mapping, not %s"
                            % type(mapping).__name__)
        self._mapping = mapping

    def __getitem__(self, key):
        return self._mapping[key]

    def __contains__(self, key):
        return key in self._mapping

    def __len__(self):
        return len(self._mapping)

    def __iter__(self):
        return iter(self._mapping)

    def __reversed__(self):
        return reversed(self._mapping)

    def __repr__(self):
        return "mappingproxy(%r)" % (self._mapping,)

    def __str__(self):
        return str(self._mapping)

    def __eq__(self, other):
        return self._mapping == other

    def __or__(self, other):
        return self._mapping | other

    def get(self, key, default=None):
        return self._mapping.get(key, default)

    def keys(self):
        return self._mapping.keys()

    def values(self):
        return self._mapping.values()

    def items(self):
        return self._mapping.items()

    def copy(self):
        return self._mapping.copy()


class DynamicClassAttribute(property):
    """A property of instances that classes do not have."""


def new_class(name, bases=(), kwds=None, exec_body=None):
    """Makes a class whose body is a function."""
    namespace = {}
    if exec_body is not None:
        exec_body(namespace)
    kwds = dict(kwds or {})
    return kwds.pop("metaclass", type)(name, tuple(bases), namespace, **kwds)


def coroutine(func):
    """Generators stand for themselves."""
    return func
