"""The rarely used part of sys."""
import sys


def _record(name, /, **fields):
    """A tuple whose items have names."""
    def shown(self):
        return "sys.%s(%s)" % (name, ", ".join("%s=%r" % (key, value)
                                               for key, value in zip(fields, self)))
    members = {"__repr__": shown}
    for index, key in enumerate(fields):
        members[key] = property(lambda self, index=index: self[index])
    return type(name, (tuple,), members)(fields.values())


flags = _record(
    "flags", debug=0, inspect=0, interactive=0, optimize=0, dont_write_bytecode=1, no_user_site=0,
    no_site=0, ignore_environment=0, verbose=0, bytes_warning=0, quiet=0, hash_randomization=0,
    isolated=0, dev_mode=False, utf8_mode=0, warn_default_encoding=0, safe_path=False,
    int_max_str_digits=4300)
float_info = _record(
    "float_info", max=1.7976931348623157e+308, max_exp=1024, max_10_exp=308,
    min=2.2250738585072014e-308, min_exp=-1021, min_10_exp=-307, dig=15, mant_dig=53,
    epsilon=2.220446049250313e-16, radix=2, rounds=1)
int_info = _record("int_info", bits_per_digit=30, sizeof_digit=4, default_max_str_digits=4300,
                   str_digits_check_threshold=640)
hash_info = _record("hash_info", width=64, modulus=2 ** 61 - 1, inf=314159, nan=0, imag=1000003,
                    algorithm="siphash13", hash_bits=64, seed_bits=128, cutoff=0)
thread_info = _record("thread_info", name="pthread", lock="semaphore", version=None)
float_repr_style = "short"
api_version = 1013
prefix = base_prefix = exec_prefix = base_exec_prefix = "/usr"
orig_argv = [sys.executable] + sys.argv
warnoptions = []


def gettrace():
    return None


getprofile = gettrace


def displayhook(value):
    """Prints what an expression gives, if anything, and keeps it as _."""
    if value is not None:
        import builtins
        builtins._ = None
        sys.stdout.write(repr(value) + "\n")
        builtins._ = value


__displayhook__ = displayhook


class _Code:
    """What a frame shows of its code."""

    def __init__(self, code):
        self.co_name = code.co_name
        self.co_filename = code.co_filename
        self.co_firstlineno = code.co_firstlineno
        self.co_qualname = getattr(code, "co_qualname", code.co_name)


class _Frame:
    """A call under way, as it was when it was asked for."""

    def __init__(self, entries, index):
        code, self.f_lineno, self.f_globals = entries[index]
        self.f_code = code
        self._rest = entries, index + 1

    @property
    def f_back(self):
        entries, index = self._rest
        return _Frame(entries, index) if index < len(entries) else None

    @property
    def f_locals(self):
        if self.f_code.co_name == "<module>":
            return self.f_globals
        raise AttributeError("gilsim's frames do not show local variables")

    def __repr__(self):
        return "<frame at %#x, file %r, line %d, code %s>" % (
            id(self), self.f_code.co_filename, self.f_lineno, self.f_code.co_name)


_Frame.__name__ = "frame"


def _getframe(depth=0, /):
    """The frame of a call, by how many calls ago it was made."""
    entries = sys._call_stack()[1:]
    if depth >= len(entries):
        raise ValueError("call stack is not deep enough")
    return _Frame(entries, max(depth, 0))
