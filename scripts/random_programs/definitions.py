"""Templates of what stands in classes and around functions. See grammar.py."""

# Members of classes: (weight, lines). The value of an instance is `self.value`.
# No __slots__ with names: which layouts then conflict is not CPython's.
MEMBERS = [
    (4, """
@property
def prop(self):
    return <selfvalue>"""), (2, """
@property
def prop(self):
    return self.value
@prop.setter
def prop(self, x):
    self.value = (x, <any>)"""), (1, """
@functools.cached_property
def prop(self):
    show('computed')
    return <selfvalue>"""), (2, """
@classmethod
def make(cls, x=0):
    return cls(x)"""), (2, """
@staticmethod
def make(x=1, *rest):
    return x, <any>"""), (3, """
def __<arithmetic>__(self, other):
    return <operation>"""), (4, """
def __<arithmetic>__(self, other):
    return <operation>
def __r<arithmetic>__(self, other):
    return 'r<arithmetic>', type_of(other), <selfvalue>"""), (2, """
def __i<arithmetic>__(self, other):
    self.value = (self.value, other)
    return <selfother>"""), (4, """
def __eq__(self, other):
    return <comparison>"""), (2, """
def __eq__(self, other):
    return isinstance(other, <class>) and self.value == other.value
def __hash__(self):
    return <hashed>"""), (1, """
__hash__ = None"""), (3, """
def __<ordering>__(self, other):
    return <comparison>"""), (1, """
def __ne__(self, other):
    return <comparison>"""), (3, """
def __iter__(self):
    return iter(<list>)"""), (2, """
def __iter__(self):
    yield <selfvalue>
    yield from small(<iter>)"""), (2, """
def __iter__(self):
    self.count = 0
    return self
def __next__(self):
    self.count += 1
    if self.count > 3:
        raise StopIteration
    return self.count, <any>"""), (1, """
def __iter__(self):
    return <any>"""), (2, """
def __len__(self):
    return <length>"""), (2, """
def __contains__(self, x):
    return <any>"""), (3, """
def __getitem__(self, i):
    return <list>[i]"""), (1, """
def __getitem__(self, i):
    return ('item', i)
def __len__(self):
    return 3
def __setitem__(self, i, x):
    self.value = (i, x)
def __delitem__(self, i):
    show('delete', i)"""), (1, """
def __missing__(self, k):
    return ('missing', k)"""), (2, """
def __call__(self, *args, **kwargs):
    return args, kwargs, <selfvalue>"""), (2, """
def __enter__(self):
    return <selfvalue>
def __exit__(self, kind, value, trace):
    show('exit', type_of(value))
    return <any>"""), (2, """
def __getattr__(self, name):
    if name.startswith('_') or name == 'value':
        raise AttributeError(name)
    return 'got ' + name"""), (1, """
def __getattr__(self, name):
    raise AttributeError('no %s here' % name)"""), (1, """
def __getattribute__(self, name):
    return object.__getattribute__(self, name)"""), (2, """
def __setattr__(self, name, x):
    super().__setattr__(name, <wrapped>)"""), (1, """
def __delattr__(self, name):
    show('delattr', name)
    object.__delattr__(self, name)"""), (1, """
def __init_subclass__(cls, **kwargs):
    super().__init_subclass__(**kwargs)
    cls.registered = cls.__name__"""), (1, """
def __set_name__(self, owner, name):
    show('set_name', name)"""), (2, """
def __bool__(self):
    return <bool>"""), (1, """
def __bool__(self):
    return <any>"""), (2, """
def __neg__(self):
    return ('neg', <selfvalue>)"""), (1, """
def __<conversion>__(self):
    return <any>"""), (1, """
def __index__(self):
    return <little>"""), (2, """
def __str__(self):
    return <str>"""), (2, """
def __format__(self, spec):
    return 'formatted ' + repr(spec)"""), (1, """
def __reversed__(self):
    return iter(<list>)"""), (1, """
def __round__(self, n=None):
    return ('round', n)"""), (1, """
def __dir__(self):
    return ['b', 'a']"""), (1, """
def __get__(self, instance, owner):
    return ('descriptor', instance is None, owner.__name__)"""), (1, """
def __set__(self, instance, x):
    show('set', x)"""), (1, """
def __new__(cls, *args):
    show('new', cls.__name__)
    return super().__new__(cls, *args)"""), (1, """
def __new__(cls, *args):
    return super().__new__(cls)"""), (1, """
def __del__(self):
    pass"""), (2, """
def pair(self):
    return (self.value, super().pair() if hasattr(super(), 'pair') else <any>)"""), (1, """
def __lt__(self, other):
    return <comparison>
__gt__ = __lt__"""), (1, """
__slots__ = ()"""), (1, """
class Inner:
    deep = <any>"""), (1, """
attribute = [<any> for x in small(<iter>)]"""), (1, """
def __copy__(self):
    return ('copied', self.value)"""), (1, """
def __class_getitem__(cls, item):
    return (cls.__name__, item)"""), (1, """
def __sizeof__(self):
    return 8"""), (1, """
def __divmod__(self, other):
    return 'divmod', other
def __pow__(self, other, third=None):
    return ('pow', other, third)"""), (1, """
def __repr__(self):
    return <any>"""),
]

INITS = [
    "def __init__(self, value=None):\n    self.value = value",
    "def __init__(self, value=None):\n    self.value = value",
    "def __init__(self, value=<any>, *rest, k=0):\n    self.value = value\n    self.rest = rest",
    "def __init__(self, *args, **kwargs):\n    super().__init__()\n    self.value = args[0] if args else kwargs",
    "def __init__(self, value=1):\n    self.value = value\n    <selfstatement>",
    "value = 'class value'",
]

TABLES = {
    "selfvalue": (["self.value", "self", "(self.value, self.shared)", "self.nothing", "type(self).__name__", "self.get()"], []),
    "selfother": (["self", "self", "NotImplemented", "('other', other)", "None"], []),
    "operation": (["NotImplemented", "NotImplemented", "self.value", "('op', type_of(other))", "type(self)(other)", "self.value + 1", "other"], ["<any>"]),
    "comparison": (["NotImplemented", "NotImplemented", "True", "False", "self.value == other", "self.value < other.value", "type(self) is type(other)", "[]"], ["<any>", "<bool>"]),
    "hashed": (["1", "hash(self.value)", "2**70", "-1"], ["<int>", "<any>"]),
    "length": (["0", "2", "3", "-1", "True", "2**70", "'x'", "1.5"], []),
    "wrapped": (["x", "x", "x", "(name, x)"], []),
    "conversion": (["int", "float", "abs", "invert", "pos", "trunc", "complex", "index", "bytes", "length_hint"], []),
    "arithmetic": (["add", "sub", "mul", "truediv", "floordiv", "mod", "and", "or", "xor", "rshift", "matmul", "add"], []),
    "ordering": (["lt", "le", "gt", "ge"], []),
    "selfstatement": (["self.extra = <any>", "show('made', value)", "self.prop = <any>", "if value == 3: raise ValueError('three')"], []),
    "parameters": (["", "x=<any>", "u, v=<any>", "*args", "**kw", "u=<any>, *, k=<any>", "u, /, v=2, *rest", "*, k=None, **kw", "u, /, v=<any>, *a, k=1, **kw", "u: int = 3, *a: str", "x, y=[]", "u=1, /", "u, v, w=<any>"], []),
    "base": (["list", "dict", "int", "str", "Exception", "tuple", "set", "object", "threading.Thread", "bytes", "collections.OrderedDict", "dict", "list", "ValueError", "enum.Enum and object"], []),
}
