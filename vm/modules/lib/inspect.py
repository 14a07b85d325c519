"""What functions, classes and modules are made of."""
import sys
import types

CO_OPTIMIZED, CO_NEWLOCALS, CO_VARARGS, CO_VARKEYWORDS, CO_NESTED, CO_GENERATOR = 1, 2, 4, 8, 16, 32
GEN_CREATED, GEN_RUNNING = "GEN_CREATED", "GEN_RUNNING"
GEN_SUSPENDED, GEN_CLOSED = "GEN_SUSPENDED", "GEN_CLOSED"


def ismodule(object):
    return isinstance(object, types.ModuleType)


def isclass(object):
    return isinstance(object, type)


def isfunction(object):
    return isinstance(object, types.FunctionType)


def ismethod(object):
    return isinstance(object, types.MethodType)


def isbuiltin(object):
    return isinstance(object, types.BuiltinFunctionType)


def isgenerator(object):
    return isinstance(object, types.GeneratorType)


def isgeneratorfunction(object):
    object = unwrap_method(object)
    return isfunction(object) and bool(object.__code__.co_flags & CO_GENERATOR)


def unwrap_method(object):
    return object.__func__ if ismethod(object) else object


def iscoroutine(object):
    return False


iscoroutinefunction = isawaitable = isasyncgen = isasyncgenfunction = iscoroutine


def istraceback(object):
    return isinstance(object, types.TracebackType)


def isframe(object):
    return type(object).__name__ == "frame"


def iscode(object):
    return isinstance(object, types.CodeType)


def isroutine(object):
    return (isbuiltin(object) or isfunction(object) or ismethod(object)
            or ismethoddescriptor(object))


def ismethoddescriptor(object):
    if isclass(object) or ismethod(object) or isfunction(object):
        return False
    kind = type(object)
    return hasattr(kind, "__get__") and not hasattr(kind, "__set__")


def isdatadescriptor(object):
    if isclass(object) or ismethod(object) or isfunction(object):
        return False
    kind = type(object)
    return hasattr(kind, "__set__") or hasattr(kind, "__delete__")


def isabstract(object):
    return isclass(object) and bool(getattr(object, "__abstractmethods__", None))


def getmembers(object, predicate=None):
    names = set(dir(object))
    if isclass(object):
        for base in object.__bases__:
            names.update(base.__dict__)
    found = []
    for name in sorted(names):
        try:
            value = getattr(object, name)
        except AttributeError:
            continue
        if predicate is None or predicate(value):
            found.append((name, value))
    return found


def getmro(cls):
    return cls.__mro__


def unwrap(func, *, stop=None):
    seen = {id(func)}
    while hasattr(func, "__wrapped__") and not (stop and stop(func)):
        func = func.__wrapped__
        if id(func) in seen:
            raise ValueError("wrapper loop when unwrapping %r" % func)
        seen.add(id(func))
    return func


def cleandoc(doc):
    lines = doc.expandtabs().split("\n")
    margin = min([len(line) - len(line.lstrip()) for line in lines[1:] if line.strip()],
                 default=0)
    lines = [lines[0].lstrip()] + [line[margin:] for line in lines[1:]]
    while lines and not lines[-1]:
        lines.pop()
    while lines and not lines[0]:
        lines.pop(0)
    return "\n".join(lines)


def getdoc(object):
    doc = getattr(object, "__doc__", None)
    return cleandoc(doc) if isinstance(doc, str) else None


def getfile(object):
    if ismodule(object):
        if getattr(object, "__file__", None):
            return object.__file__
        raise TypeError("%r is a built-in module" % object)
    if isclass(object):
        module = sys.modules.get(object.__module__)
        if getattr(module, "__file__", None):
            return module.__file__
        raise TypeError("%r is a built-in class" % object)
    object = unwrap_method(object)
    if isfunction(object):
        object = object.__code__
    if isframe(object):
        object = object.f_code
    if hasattr(object, "co_filename"):
        return object.co_filename
    raise TypeError("module, class, method, function, traceback, frame, or code object was "
                    "expected, got %s" % type(object).__name__)


getsourcefile = getfile


def getmodule(object, _filename=None):
    if ismodule(object):
        return object
    return sys.modules.get(getattr(object, "__module__", None))


def getmodulename(path):
    import os
    name = os.path.basename(path)
    return name[:-3] if name.endswith(".py") else None


def getsourcelines(object):
    """The lines of a function, class or module, and the number of the first."""
    import linecache
    lines = linecache.getlines(getfile(object))
    if not lines:
        raise OSError("could not get source code")
    if ismodule(object):
        return lines, 0
    first = _first_line(unwrap(object), lines)
    return _block(lines[first:]), first + 1


def _first_line(object, lines):
    if isclass(object):
        import re
        pattern = re.compile(r"\s*class\s+%s\b" % re.escape(object.__name__))
        for k, line in enumerate(lines):
            if pattern.match(line):
                return k
        raise OSError("could not find class definition")
    object = unwrap_method(object)
    first = object.__code__.co_firstlineno - 1
    while first > 0 and lines[first - 1].lstrip().startswith("@"):
        first -= 1
    return first


def _block(lines):
    """The lines up to the next that is indented no more than the first."""
    margin = len(lines[0]) - len(lines[0].lstrip())
    end, body = 1, False
    for k, line in enumerate(lines):
        text = line.strip()
        if not text or text.startswith("#"):
            continue
        depth = len(line) - len(line.lstrip())
        if body and depth <= margin and text[0] not in ")]}":
            break
        body = body or (depth == margin and not text.startswith("@"))
        end = k + 1
    return lines[:end]


def getsource(object):
    return "".join(getsourcelines(object)[0])


def currentframe():
    return sys._getframe(1)


class FrameInfo(tuple):
    frame = property(lambda self: self[0])
    filename = property(lambda self: self[1])
    lineno = property(lambda self: self[2])
    function = property(lambda self: self[3])
    code_context = property(lambda self: self[4])
    index = property(lambda self: self[5])


def getframeinfo(frame, context=1):
    import linecache
    name, line = frame.f_code.co_filename, frame.f_lineno
    text = linecache.getline(name, line) if context else ""
    return FrameInfo((frame, name, line, frame.f_code.co_name, [text] if text else None,
                      0 if text else None))


def stack(context=1):
    frames, frame = [], sys._getframe(1)
    while frame is not None:
        frames.append(getframeinfo(frame, context))
        frame = frame.f_back
    return frames


def getgeneratorstate(generator):
    if generator.gi_running:
        return GEN_RUNNING
    if getattr(generator, "gi_suspended", False):
        return GEN_SUSPENDED
    return GEN_CLOSED if generator.gi_frame is None else GEN_CREATED


def __getattr__(name):
    if name in ("Signature", "Parameter", "BoundArguments", "signature", "getfullargspec",
                "FullArgSpec", "_empty", "getcallargs"):
        import _inspect_signature
        globals()[name] = value = getattr(_inspect_signature, name)
        return value
    raise AttributeError("module 'inspect' has no attribute %r" % name)
