"""Enumerations (PEP 435): classes whose members are constants with names."""


class auto:
    """A value that the class chooses."""

    def __init__(self, value=None):
        self.value = value


class member:
    def __init__(self, value):
        self.value = value


class nonmember(member):
    pass


def _is_dunder(name):
    return len(name) > 4 and name[:2] == name[-2:] == "__"


def _is_sunder(name):
    return len(name) > 2 and name[0] == name[-1] == "_" and name[1] != "_"


def _is_private(cls_name, name):
    return name.startswith("_%s__" % cls_name) and not name.endswith("__")


def _is_descriptor(value):
    return hasattr(value, "__get__") or hasattr(value, "__set__") or hasattr(value, "__delete__")


class _Body(dict):
    """The namespace of the class body: notes the members in order."""

    def __init__(self, cls_name):
        super().__init__()
        self.cls_name = cls_name
        self.member_names = []
        self.last_values = []
        self.ignored = []
        self.generate = None

    def __setitem__(self, name, value):
        if _is_private(self.cls_name, name):
            pass
        elif _is_sunder(name):
            if name == "_generate_next_value_":
                self.generate = value.__func__ if isinstance(value, staticmethod) else value
            elif name == "_ignore_":
                self.ignored = value.replace(",", " ").split() if isinstance(value, str) else list(value)
            elif name not in ("_missing_", "_order_", "_numeric_repr_", "_create_pseudo_member_", "_boundary_"):
                raise ValueError("_sunder_ names, such as %r, are reserved for future Enum use" % name)
        elif _is_dunder(name) or name in self.ignored:
            pass
        elif name in self.member_names:
            raise TypeError("%r already defined as %r" % (name, self[name]))
        elif isinstance(value, nonmember):
            value = value.value
        elif isinstance(value, member) or not _is_descriptor(value):
            if isinstance(value, member):
                value = value.value
            if name in self:
                raise TypeError("%r already defined as %r" % (name, self[name]))
            value = self._resolve(name, value)
            self.member_names.append(name)
            self.last_values.append(value)
        super().__setitem__(name, value)

    def _resolve(self, name, value):
        if isinstance(value, auto):
            if value.value is None:
                value.value = self.generate(name, 1, len(self.member_names), self.last_values[:])
            return value.value
        if type(value) is tuple and any(isinstance(v, auto) for v in value):
            return tuple(self._resolve(name, v) if isinstance(v, auto) else v for v in value)
        return value


class EnumType(type):
    """The metaclass of enumerations."""

    @classmethod
    def __prepare__(meta, name, bases, **keywords):
        body = _Body(name)
        for base in bases:
            if isinstance(base, EnumType):
                if base._member_names_:
                    raise TypeError("<enum %r> cannot extend %r" % (name, base))
        first = next((b for b in reversed(bases) if isinstance(b, EnumType)), None)
        if first is not None:
            body.generate = first._generate_next_value_
        else:
            body.generate = _next_value
        return body

    def __new__(meta, name, bases, body, *, boundary=None, **keywords):
        members = [(key, body[key]) for key in body.member_names]
        namespace = {key: value for key, value in body.items()
                     if key not in body.member_names and key not in body.ignored and key != "_ignore_"}
        namespace["_generate_next_value_"] = staticmethod(body.generate)
        given_new = namespace.pop("__new__", None)
        if given_new is not None:
            namespace["__new_member__"] = given_new
        namespace["_member_names_"] = []
        namespace["_member_map_"] = {}
        namespace["_value2member_map_"] = {}
        namespace["_unhashable_values_"] = []
        data_type = meta._data_type(bases)
        namespace["_member_type_"] = data_type
        cls = super().__new__(meta, name, bases, namespace, **keywords)
        if boundary is not None:
            cls._boundary_ = boundary
        first = next((b for b in reversed(bases) if isinstance(b, EnumType)), None)
        if first is not None:
            # What a mixed-in type says of itself gives way to what enumerations say.
            for special in ("__repr__", "__str__", "__format__"):
                found = getattr(cls, special)
                if special not in namespace and found in (getattr(data_type, special),
                                                          getattr(object, special)):
                    type.__setattr__(cls, special, getattr(first, special))
        for key, value in members:
            cls._add_member(key, value, data_type)
        cls.__new__ = _find_member
        return cls

    @staticmethod
    def _data_type(bases):
        for chain in bases:
            for base in chain.__mro__:
                if base is object or isinstance(base, EnumType):
                    if isinstance(base, EnumType) and base._member_type_ is not object:
                        return base._member_type_
                    continue
                if "__new__" in base.__dict__ or base in (int, str, float, bytes, tuple):
                    return base
        return object

    def _add_member(cls, key, value, data_type):
        args = value if isinstance(value, tuple) else (value,)
        if data_type is tuple:
            args = (args,)
        maker = None
        for base in cls.__mro__:
            if "__new_member__" in base.__dict__:
                maker = base.__dict__["__new_member__"]
                maker = getattr(maker, "__func__", maker)
                break
        if maker is not None:
            new = maker(cls, *args)
        elif data_type is object:
            new = object.__new__(cls)
        else:
            new = data_type.__new__(cls, *args)
        if not hasattr(new, "_value_"):
            new._value_ = value if data_type is object else data_type(*args)
        new._name_ = key
        new.__objclass__ = cls
        new.__init__(*args)
        new._sort_order_ = len(cls._member_names_)
        for known in cls._member_map_.values():
            if known._value_ == new._value_:
                new = known
                break
        else:
            if cls._counts(new._value_):
                cls._member_names_.append(key)
        cls._member_map_[key] = new
        type.__setattr__(cls, key, new)
        try:
            cls._value2member_map_.setdefault(new._value_, new)
        except TypeError:
            cls._unhashable_values_.append(new._value_)

    def _counts(cls, value):
        """Whether a member of that value is one of its own, and not a combination."""
        return True

    def __call__(cls, value, names=None, *, module=None, qualname=None, type=None, start=1, boundary=None):
        if names is None:
            return cls.__new__(cls, value)
        return cls._create(value, names, module, type, start)

    def _create(cls, name, names, module, mixin, start):
        bases = (cls,) if mixin is None else (mixin, cls)
        body = EnumType.__prepare__(name, bases)
        if isinstance(names, str):
            names = names.replace(",", " ").split()
        if isinstance(names, (list, tuple)) and names and isinstance(names[0], str):
            values = []
            names = list(names)
            for count, each in enumerate(names):
                value = body.generate(each, start, count, values[:])
                values.append(value)
            names = list(zip(names, values))
        elif isinstance(names, dict):
            names = list(names.items())
        for key, value in names:
            body[key] = value
        body["__module__"] = module or "__main__"
        meta = cls.__class__
        return meta.__new__(meta, name, bases, body)

    def __iter__(cls):
        return (cls._member_map_[name] for name in cls._member_names_)

    def __reversed__(cls):
        return (cls._member_map_[name] for name in reversed(cls._member_names_))

    def __len__(cls):
        return len(cls._member_names_)

    def __bool__(cls):
        return True

    def __getitem__(cls, name):
        return cls._member_map_[name]

    def __contains__(cls, value):
        if not isinstance(value, Enum):
            raise TypeError("unsupported operand type(s) for 'in': %r and %r" % (
                type(value).__qualname__, cls.__class__.__qualname__))
        return isinstance(value, cls) and value._name_ in cls._member_map_

    @property
    def __members__(cls):
        return dict(cls._member_map_)

    def __setattr__(cls, name, value):
        if name in cls.__dict__.get("_member_map_", {}):
            raise AttributeError("cannot reassign member %r" % name)
        super().__setattr__(name, value)

    def __delattr__(cls, name):
        if name in cls.__dict__.get("_member_map_", {}):
            raise AttributeError("%r cannot delete member %r." % (cls.__name__, name))
        super().__delattr__(name)

    def __repr__(cls):
        kind = "flag" if Flag is not None and issubclass(cls, Flag) else "enum"
        return "<%s %r>" % (kind, cls.__name__)

    def __dir__(cls):
        return sorted(set(["__class__", "__doc__", "__members__", "__module__"] + cls._member_names_))


EnumMeta = EnumType
Enum = Flag = None


def _next_value(name, start, count, last_values):
    """auto(): one more than the highest so far."""
    if not last_values:
        return start
    try:
        return sorted(last_values)[-1] + 1
    except TypeError:
        return last_values[-1] + 1


def _find_member(cls, value):
    if type(value) is cls:
        return value
    try:
        return cls._value2member_map_[value]
    except KeyError:
        pass
    except TypeError:
        for known in cls._member_map_.values():
            if known._value_ == value:
                return known
    failure = None
    try:
        found = cls._missing_(value)
    except Exception as error:
        failure = error
        found = None
    if isinstance(found, cls):
        return found
    problem = ValueError("%r is not a valid %s" % (value, cls.__qualname__))
    if failure is None and found is None:
        raise problem
    if failure is None:
        failure = TypeError("error in %s._missing_: returned %r instead of None or a valid member" % (
            cls.__name__, found))
    if not isinstance(failure, ValueError):
        failure.__context__ = problem
    raise failure


class property(property):
    """An attribute of members that the class does not show."""


class Enum(metaclass=EnumType):
    """The base of enumerations."""

    def __init__(self, *args):
        pass

    @staticmethod
    def _generate_next_value_(name, start, count, last_values):
        return _next_value(name, start, count, last_values)

    @classmethod
    def _missing_(cls, value):
        return None

    @property
    def name(self):
        return self._name_

    @property
    def value(self):
        return self._value_

    def __repr__(self):
        shown = self._member_type_.__repr__ if self._member_type_ is not object else repr
        return "<%s.%s: %s>" % (self.__class__.__name__, self._name_, shown(self._value_))

    def __str__(self):
        return "%s.%s" % (self.__class__.__name__, self._name_)

    def __format__(self, spec):
        return str.__format__(str(self), spec)

    def __hash__(self):
        return hash(self._name_)

    def __dir__(self):
        return ["__class__", "__doc__", "__module__", "name", "value"]

    def __copy__(self):
        return self

    def __deepcopy__(self, memo):
        return self


class ReprEnum(Enum):
    """An enumeration whose members are shown by str() as their values are."""


class IntEnum(int, ReprEnum):
    """Members are ints as well."""

    __str__ = int.__repr__
    __format__ = int.__format__
    __hash__ = int.__hash__


class StrEnum(str, ReprEnum):
    """Members are strs as well; auto() gives the name in small letters."""

    __str__ = str.__str__
    __format__ = str.__format__
    __hash__ = str.__hash__

    @staticmethod
    def _generate_next_value_(name, start, count, last_values):
        return name.lower()


STRICT, CONFORM, EJECT, KEEP = "strict", "conform", "eject", "keep"


class _FlagType(EnumType):
    def _counts(cls, value):
        return value > 0 and value & (value - 1) == 0


class Flag(Enum, metaclass=_FlagType):
    """Members combine by |, &, ^ and ~."""

    _boundary_ = STRICT

    @staticmethod
    def _generate_next_value_(name, start, count, last_values):
        if not last_values:
            return start if start is not None else 1
        return 2 ** max(last_values).bit_length()

    @classmethod
    def _all_bits(cls):
        every = 0
        for known in cls._member_map_.values():
            every |= known._value_
        return every

    @classmethod
    def _members_of(cls, value):
        """Members of one bit that the value has, in the order of the class."""
        return [cls._member_map_[name] for name in cls._member_names_
                if cls._member_map_[name]._value_ & value]

    @classmethod
    def _missing_(cls, value):
        if not isinstance(value, int):
            raise ValueError("%r is not a valid %s" % (value, cls.__qualname__))
        every = cls._all_bits()
        if value < 0:
            value &= every
        unknown = value & ~every
        if unknown:
            if cls._boundary_ == STRICT:
                width = max(value.bit_length(), every.bit_length())
                raise ValueError("%r invalid value %r\n    given 0b%s\n  allowed 0b%s" % (
                    cls, value, "0 " + format(value, "b").zfill(width),
                    "0 " + format(every, "b").zfill(width)))
            if cls._boundary_ == CONFORM:
                value &= every
            elif cls._boundary_ == EJECT:
                return value
        known = cls._value2member_map_.get(value)
        if known is not None:
            return known
        if cls._member_type_ is object:
            made = object.__new__(cls)
        else:
            made = cls._member_type_.__new__(cls, value)
        made._value_ = value
        names = [found._name_ for found in cls._members_of(value)]
        made._name_ = "|".join(names) or None
        if made._name_ and unknown:
            made._name_ += "|%r" % unknown
        cls._value2member_map_[value] = made
        return made

    def __iter__(self):
        yield from self._members_of(self._value_)

    def __len__(self):
        return bin(self._value_).count("1")

    def __contains__(self, other):
        if not isinstance(other, self.__class__):
            raise TypeError("unsupported operand type(s) for 'in': %r and %r" % (
                type(other).__qualname__, self.__class__.__qualname__))
        return other._value_ & self._value_ == other._value_

    def __bool__(self):
        return bool(self._value_)

    def __repr__(self):
        if self._name_ is None:
            return "<%s: %r>" % (self.__class__.__name__, self._value_)
        return "<%s.%s: %r>" % (self.__class__.__name__, self._name_, self._value_)

    def __str__(self):
        if self._name_ is None:
            return "%s(%r)" % (self.__class__.__name__, self._value_)
        return "%s.%s" % (self.__class__.__name__, self._name_)

    def __hash__(self):
        return hash(self._value_)

    def _other(self, other):
        if isinstance(other, self.__class__):
            return other._value_
        if self._member_type_ is not object and isinstance(other, self._member_type_):
            return other
        return None

    def __or__(self, other):
        value = self._other(other)
        return NotImplemented if value is None else self.__class__(self._value_ | value)

    def __and__(self, other):
        value = self._other(other)
        return NotImplemented if value is None else self.__class__(self._value_ & value)

    def __xor__(self, other):
        value = self._other(other)
        return NotImplemented if value is None else self.__class__(self._value_ ^ value)

    def __invert__(self):
        return self.__class__(self._all_bits() & ~self._value_)

    __ror__ = __or__
    __rand__ = __and__
    __rxor__ = __xor__


class IntFlag(int, ReprEnum, Flag):
    """Flags that are ints as well; unknown bits are kept."""

    _boundary_ = KEEP
    __str__ = int.__repr__
    __format__ = int.__format__
    __or__ = __ror__ = Flag.__or__
    __and__ = __rand__ = Flag.__and__
    __xor__ = __rxor__ = Flag.__xor__
    __invert__ = Flag.__invert__
    __bool__ = Flag.__bool__
    __repr__ = Flag.__repr__
    __hash__ = int.__hash__


def unique(cls):
    """Refuses names that stand for the same member."""
    doubles = ["%s -> %s" % (name, found.name) for name, found in cls.__members__.items()
               if name != found.name]
    if doubles:
        raise ValueError("duplicate values found in %r: %s" % (cls, ", ".join(doubles)))
    return cls


CONTINUOUS, NAMED_FLAGS, UNIQUE = "continuous", "named_flags", "unique"


class verify:
    """Refuses classes that break one of the rules."""

    def __init__(self, *checks):
        self.checks = checks

    def __call__(self, cls):
        if UNIQUE in self.checks:
            unique(cls)
        if CONTINUOUS in self.checks:
            values = sorted(each.value for each in cls)
            missing = [v for v in range(values[0], values[-1]) if v not in values] if values else []
            if missing:
                raise ValueError("invalid %s %r: missing values %s" % (
                    "flag" if issubclass(cls, Flag) else "enum", cls.__name__,
                    ", ".join(map(str, missing))))
        return cls


def global_enum(cls):
    """Also puts the members into the module of the class."""
    import sys
    sys.modules[cls.__module__].__dict__.update(cls.__members__)
    return cls
