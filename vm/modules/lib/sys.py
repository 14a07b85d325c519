"""Of sys, what every program may ask at once; the rest is in _sys_more."""


class version_info(tuple):
    """The version, its parts also by name."""

    major = property(lambda self: self[0])
    minor = property(lambda self: self[1])
    micro = property(lambda self: self[2])
    releaselevel = property(lambda self: self[3])
    serial = property(lambda self: self[4])

    def __repr__(self):
        return "sys.version_info(major=%d, minor=%d, micro=%d, releaselevel=%r, serial=%d)" % self


version_info = version_info((3, 11, 0, "final", 0))
implementation.version = version_info
__excepthook__ = excepthook


def __getattr__(name):
    import _sys_more
    try:
        return _sys_more.__dict__[name]
    except KeyError:
        raise AttributeError("module 'sys' has no attribute %r" % name) from None
