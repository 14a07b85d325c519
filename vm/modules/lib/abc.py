"""Abstract base classes (PEP 3119): methods that subclasses have to have, and registration."""


def abstractmethod(function):
    """Marks a method that a class must override before it can be instantiated."""
    function.__isabstractmethod__ = True
    return function


class abstractclassmethod(classmethod):
    __isabstractmethod__ = True

    def __init__(self, function):
        function.__isabstractmethod__ = True
        super().__init__(function)


class abstractstaticmethod(staticmethod):
    __isabstractmethod__ = True

    def __init__(self, function):
        function.__isabstractmethod__ = True
        super().__init__(function)


class abstractproperty(property):
    __isabstractmethod__ = True


def _is_abstract(value):
    if getattr(value, "__isabstractmethod__", False):
        return True
    if isinstance(value, property):
        return any(_is_abstract(part) for part in (value.fget, value.fset, value.fdel)
                   if part is not None)
    if isinstance(value, (classmethod, staticmethod)):
        return _is_abstract(value.__func__)
    return False


def update_abstractmethods(cls):
    """Finds out anew which methods of cls are abstract."""
    abstract = {name for name, value in list(vars(cls).items()) if _is_abstract(value)}
    for base in cls.__bases__:
        for name in getattr(base, "__abstractmethods__", ()):
            if _is_abstract(getattr(cls, name, None)):
                abstract.add(name)
    cls.__abstractmethods__ = frozenset(abstract)
    return cls


class ABCMeta(type):
    """The metaclass of abstract base classes."""

    def __new__(meta, name, bases, namespace, /, **keywords):
        cls = super().__new__(meta, name, bases, namespace, **keywords)
        cls._abc_registry = []
        update_abstractmethods(cls)
        return cls

    def register(cls, subclass):
        """Has subclass count as one of cls."""
        if not isinstance(subclass, type):
            raise TypeError("Can only register classes")
        if not issubclass(subclass, cls):
            if issubclass(cls, subclass):
                raise RuntimeError("Refusing to create an inheritance cycle")
            cls._abc_registry.append(subclass)
        return subclass

    def __instancecheck__(cls, instance):
        return cls.__subclasscheck__(type(instance))

    def __subclasscheck__(cls, subclass):
        if not isinstance(subclass, type):
            raise TypeError("issubclass() arg 1 must be a class")
        answer = cls.__subclasshook__(subclass)
        if answer is not NotImplemented:
            return answer
        if cls in subclass.__mro__:
            return True
        for known in cls._abc_registry:
            if issubclass(subclass, known):
                return True
        for known in cls.__subclasses__():
            if issubclass(subclass, known):
                return True
        return False


class ABC(metaclass=ABCMeta):
    """A base for those who do not want to name the metaclass."""
    __slots__ = ()


def get_cache_token():
    return 0


def _known_by(*methods):
    """Has every class with these methods count as one of the decorated class. A method that is
    None does not count, and neither do those classes as ones of a subclass."""

    def decorate(cls):
        def hook(asked, other):
            if asked is not cls:
                return NotImplemented
            for name in methods:
                found = next((vars(base)[name] for base in other.__mro__ if name in vars(base)),
                             None)
                if found is None:
                    return NotImplemented
            return True

        cls.__subclasshook__ = classmethod(hook)
        return cls

    return decorate
