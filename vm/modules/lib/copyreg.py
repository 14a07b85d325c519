"""How objects of classes that others have written are taken apart and made again."""

dispatch_table = {}
_extension_registry = {}


def _must_be_callable(thing, what):
    if not callable(thing):
        raise TypeError(f"{what} must be callable")


def constructor(object):
    _must_be_callable(object, "constructors")


def pickle(ob_type, pickle_function, constructor_ob=None):
    _must_be_callable(pickle_function, "reduction functions")
    if constructor_ob is not None:
        constructor(constructor_ob)
    dispatch_table[ob_type] = pickle_function


# What __reduce_ex__ names as the function that makes the copy, without calling __init__.
def __newobj_ex__(cls, positional, named):
    return cls.__new__(cls, *positional, **named)


def __newobj__(cls, *positional):
    return __newobj_ex__(cls, positional, {})
