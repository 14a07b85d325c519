"""Signatures of callables, for the module inspect."""
import types
from collections import namedtuple
from enum import IntEnum


class _empty:
    """Stands for what is not there."""


class _Kind(IntEnum):
    POSITIONAL_ONLY = 0
    POSITIONAL_OR_KEYWORD = 1
    VAR_POSITIONAL = 2
    KEYWORD_ONLY = 3
    VAR_KEYWORD = 4

    def __str__(self):
        return self.name.lower()

    @property
    def description(self):
        return ("positional-only", "positional or keyword", "variadic positional", "keyword-only",
                "variadic keyword")[self]


def formatannotation(annotation):
    if getattr(annotation, "__module__", None) == "typing":
        return repr(annotation).replace("typing.", "")
    if isinstance(annotation, types.GenericAlias):
        return str(annotation)
    if isinstance(annotation, type):
        if annotation.__module__ in ("builtins", "__main__") or not annotation.__module__:
            return annotation.__qualname__ if annotation.__module__ == "builtins" else (
                annotation.__module__ + "." + annotation.__qualname__)
        return annotation.__module__ + "." + annotation.__qualname__
    return repr(annotation)


class Parameter:
    empty = _empty
    (POSITIONAL_ONLY, POSITIONAL_OR_KEYWORD, VAR_POSITIONAL, KEYWORD_ONLY, VAR_KEYWORD) = _Kind

    def __init__(self, name, kind, *, default=_empty, annotation=_empty):
        self._kind = _Kind(kind)
        if default is not _empty and self._kind in (_Kind.VAR_POSITIONAL, _Kind.VAR_KEYWORD):
            raise ValueError("%s parameters cannot have default values" % self._kind.description)
        if not isinstance(name, str):
            raise TypeError("name must be a str, not a %s" % type(name).__name__)
        if not name.isidentifier():
            raise ValueError("%r is not a valid parameter name" % name)
        self._name, self._default, self._annotation = name, default, annotation

    name = property(lambda self: self._name)
    kind = property(lambda self: self._kind)
    default = property(lambda self: self._default)
    annotation = property(lambda self: self._annotation)

    def replace(self, **changes):
        parts = {"name": self._name, "kind": self._kind, "default": self._default,
                 "annotation": self._annotation}
        parts.update(changes)
        return type(self)(parts.pop("name"), parts.pop("kind"), **parts)

    def __str__(self):
        text = self._name
        if self._annotation is not _empty:
            text += ": " + formatannotation(self._annotation)
        if self._default is not _empty:
            text += (" = %r" if self._annotation is not _empty else "=%r") % (self._default,)
        stars = {_Kind.VAR_POSITIONAL: "*", _Kind.VAR_KEYWORD: "**"}
        return stars.get(self._kind, "") + text

    def __repr__(self):
        return '<Parameter "%s">' % self

    def _key(self):
        return self._name, self._kind, self._default, self._annotation

    def __eq__(self, other):
        return self._key() == other._key() if isinstance(other, Parameter) else NotImplemented

    def __hash__(self):
        return hash(self._key())


class BoundArguments:
    def __init__(self, signature, arguments):
        self._signature = signature
        self.arguments = arguments

    signature = property(lambda self: self._signature)

    def _split(self):
        args, kwargs, by_name = [], {}, False
        for name, parameter in self._signature.parameters.items():
            if name not in self.arguments:
                by_name = by_name or parameter.kind < _Kind.VAR_POSITIONAL
                continue
            value = self.arguments[name]
            if parameter.kind == _Kind.VAR_POSITIONAL:
                args.extend(value)
            elif parameter.kind == _Kind.VAR_KEYWORD:
                kwargs.update(value)
            elif parameter.kind == _Kind.KEYWORD_ONLY or by_name:
                kwargs[name] = value
            else:
                args.append(value)
        return tuple(args), kwargs

    args = property(lambda self: self._split()[0])
    kwargs = property(lambda self: self._split()[1])

    def apply_defaults(self):
        full = {}
        for name, parameter in self._signature.parameters.items():
            if name in self.arguments:
                full[name] = self.arguments[name]
            elif parameter.default is not _empty:
                full[name] = parameter.default
            elif parameter.kind == _Kind.VAR_POSITIONAL:
                full[name] = ()
            elif parameter.kind == _Kind.VAR_KEYWORD:
                full[name] = {}
        self.arguments = full

    def __eq__(self, other):
        if not isinstance(other, BoundArguments):
            return NotImplemented
        return self.signature == other.signature and self.arguments == other.arguments

    def __repr__(self):
        return "<BoundArguments (%s)>" % ", ".join(
            ["%s=%r" % pair for pair in self.arguments.items()])


class Signature:
    empty = _empty

    def __init__(self, parameters=None, *, return_annotation=_empty):
        found = {}
        for parameter in parameters or ():
            if parameter.name in found:
                raise ValueError("duplicate parameter name: %r" % parameter.name)
            found[parameter.name] = parameter
        self._parameters = types.MappingProxyType(found)
        self._return_annotation = return_annotation

    parameters = property(lambda self: self._parameters)
    return_annotation = property(lambda self: self._return_annotation)

    @classmethod
    def from_callable(cls, obj, **options):
        return signature(obj)

    def replace(self, *, parameters=_empty, return_annotation=_empty):
        return type(self)(
            self._parameters.values() if parameters is _empty else parameters,
            return_annotation=(self._return_annotation if return_annotation is _empty
                               else return_annotation))

    def bind(self, /, *args, **kwargs):
        return self._bind(args, kwargs, False)

    def bind_partial(self, /, *args, **kwargs):
        return self._bind(args, kwargs, True)

    def _bind(self, args, kwargs, partial):
        found, rest, kwargs = {}, list(args), dict(kwargs)
        for name, parameter in self._parameters.items():
            if parameter.kind == _Kind.VAR_POSITIONAL:
                if rest:
                    found[name] = tuple(rest)
                rest = []
            elif parameter.kind == _Kind.VAR_KEYWORD:
                continue
            elif parameter.kind != _Kind.KEYWORD_ONLY and rest:
                if name in kwargs and parameter.kind != _Kind.POSITIONAL_ONLY:
                    raise TypeError("multiple values for argument %r" % name)
                found[name] = rest.pop(0)
            elif name in kwargs and parameter.kind != _Kind.POSITIONAL_ONLY:
                found[name] = kwargs.pop(name)
            elif parameter.default is _empty and not partial:
                raise TypeError("missing a required argument: %r" % name)
        if rest:
            raise TypeError("too many positional arguments")
        if kwargs:
            for name, parameter in self._parameters.items():
                if parameter.kind == _Kind.VAR_KEYWORD:
                    found[name] = kwargs
                    break
            else:
                raise TypeError("got an unexpected keyword argument %r" % next(iter(kwargs)))
        return BoundArguments(self, found)

    def __eq__(self, other):
        if not isinstance(other, Signature):
            return NotImplemented
        return (list(self._parameters.values()) == list(other._parameters.values())
                and self._return_annotation == other._return_annotation)

    def __hash__(self):
        return hash((tuple(self._parameters.values()), self._return_annotation))

    def __str__(self):
        parts, slash, star = [], False, False
        for parameter in self._parameters.values():
            kind = parameter.kind
            if kind == _Kind.POSITIONAL_ONLY:
                slash = True
            elif slash:
                parts.append("/")
                slash = False
            if kind == _Kind.VAR_POSITIONAL:
                star = True
            elif kind == _Kind.KEYWORD_ONLY and not star:
                parts.append("*")
                star = True
            parts.append(str(parameter))
        if slash:
            parts.append("/")
        text = "(%s)" % ", ".join(parts)
        if self._return_annotation is not _empty:
            text += " -> " + formatannotation(self._return_annotation)
        return text

    def __repr__(self):
        return "<Signature %s>" % self


def _of_function(function):
    code = function.__code__
    names, count = code.co_varnames, code.co_argcount
    defaults = function.__defaults__ or ()
    notes, keyword_defaults = function.__annotations__, function.__kwdefaults__ or {}
    found = []

    def add(name, kind, default=_empty):
        found.append(Parameter(name, kind, default=default, annotation=notes.get(name, _empty)))

    for k, name in enumerate(names[:count]):
        at = k - (count - len(defaults))
        add(name, 0 if k < code.co_posonlyargcount else 1, defaults[at] if at >= 0 else _empty)
    behind = count + code.co_kwonlyargcount
    if code.co_flags & 4:
        add(names[behind], 2)
        behind += 1
    for name in names[count:count + code.co_kwonlyargcount]:
        add(name, 3, keyword_defaults.get(name, _empty))
    if code.co_flags & 8:
        add(names[behind], 4)
    return Signature(found, return_annotation=notes.get("return", _empty))


def _without_first(found):
    parameters = list(found.parameters.values())
    if not parameters:
        raise ValueError("invalid method signature")
    if parameters[0].kind != _Kind.VAR_POSITIONAL:
        del parameters[0]
    return found.replace(parameters=parameters)


def signature(obj, *, follow_wrapped=True, globals=None, locals=None, eval_str=False):
    if not callable(obj):
        raise TypeError("%r is not a callable object" % (obj,))
    if isinstance(obj, types.MethodType):
        return _without_first(signature(obj.__func__))
    if follow_wrapped:
        import inspect
        obj = inspect.unwrap(obj, stop=lambda f: hasattr(f, "__signature__"))
    if getattr(obj, "__signature__", None) is not None:
        return obj.__signature__
    if isinstance(obj, types.FunctionType):
        return _of_function(obj)
    if type(obj).__name__ == "partial":
        return _of_partial(obj)
    if isinstance(obj, type):
        for name in ("__new__", "__init__"):
            made = getattr(obj, name)
            if isinstance(made, types.FunctionType):
                return _without_first(signature(made))
        if obj.__module__ == "builtins" or obj.__init__ is not object.__init__:
            raise ValueError("no signature found for builtin type %r" % obj)
        return Signature()
    call = getattr(type(obj), "__call__", None)
    if isinstance(call, types.FunctionType):
        return _without_first(signature(call))
    raise ValueError("no signature found for builtin %r" % (obj,))


def _of_partial(partial):
    whole = signature(partial.func)
    found, rest, by_name = [], len(partial.args), False
    for parameter in whole.parameters.values():
        if parameter.kind < _Kind.VAR_POSITIONAL and rest:
            rest -= 1
            continue
        if parameter.name in partial.keywords and parameter.kind != _Kind.POSITIONAL_ONLY:
            by_name = True
            parameter = parameter.replace(kind=_Kind.KEYWORD_ONLY,
                                          default=partial.keywords[parameter.name])
        elif by_name and parameter.kind == _Kind.POSITIONAL_OR_KEYWORD:
            parameter = parameter.replace(kind=_Kind.KEYWORD_ONLY)
        elif by_name and parameter.kind == _Kind.VAR_POSITIONAL:
            continue
        found.append(parameter)
    return whole.replace(parameters=found)


FullArgSpec = namedtuple("FullArgSpec", "args, varargs, varkw, defaults, kwonlyargs, "
                                        "kwonlydefaults, annotations")


def getfullargspec(func):
    function = getattr(func, "__func__", func)
    if isinstance(function, type):
        function = function.__init__
    if not isinstance(function, types.FunctionType):
        raise TypeError("unsupported callable")
    code = function.__code__
    names, count = code.co_varnames, code.co_argcount
    behind = count + code.co_kwonlyargcount
    varargs = varkw = None
    if code.co_flags & 4:
        varargs = names[behind]
        behind += 1
    if code.co_flags & 8:
        varkw = names[behind]
    notes = dict(function.__annotations__)
    if "return" in notes:
        notes = {"return": notes["return"], **notes}
    return FullArgSpec(list(names[:count]), varargs, varkw, function.__defaults__,
                       list(names[count:count + code.co_kwonlyargcount]), function.__kwdefaults__,
                       notes)


def getcallargs(func, /, *positional, **named):
    bound = signature(func).bind(*positional, **named)
    bound.apply_defaults()
    return bound.arguments
