"""Importing modules by name."""
import sys as _sys


def import_module(name, package=None):
    level = 0
    while name[level:level + 1] == ".":
        level += 1
    if level:
        if not package:
            raise TypeError("the 'package' argument is required to perform a relative import for "
                            "%r" % name)
        base = package.rsplit(".", level - 1)[0]
        name = base + "." + name[level:] if name[level:] else base
    __import__(name)
    return _sys.modules[name]


def reload(module):
    """Runs the module's file again, in its own namespace."""
    with open(module.__file__, encoding="utf-8") as file:
        text = file.read()
    exec(compile(text, module.__file__, "exec"), module.__dict__)
    return module


def invalidate_caches():
    pass
