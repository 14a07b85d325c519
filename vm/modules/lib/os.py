"""Of os, what is made of the native part: the environment, paths, whole trees."""
import sys

_GenericAlias = type(list[int])

curdir, pardir, extsep, pathsep, defpath = ".", "..", ".", ":", "/bin:/usr/bin"
altsep = None
SEEK_SET, SEEK_CUR, SEEK_END = 0, 1, 2
F_OK, X_OK, W_OK, R_OK = 0, 1, 2, 4
EX_OK = 0


# ---- paths
class PathLike:
    """What has __fspath__."""

    __class_getitem__ = classmethod(_GenericAlias)

    def __fspath__(self):
        raise NotImplementedError


def fspath(path):
    if isinstance(path, (str, bytes)):
        return path
    try:
        method = type(path).__fspath__
    except AttributeError:
        raise TypeError("expected str, bytes or os.PathLike object, not "
                        + type(path).__name__) from None
    return method(path)


def fsencode(filename):
    filename = fspath(filename)
    return filename.encode("utf-8") if isinstance(filename, str) else filename


def fsdecode(filename):
    filename = fspath(filename)
    return filename.decode("utf-8") if isinstance(filename, bytes) else filename


def _normpath(path):
    path = fspath(path)
    if not path:
        return "."
    slashes = 2 if path.startswith("//") and not path.startswith("///") else int(path[0] == "/")
    parts = []
    for part in path.split("/"):
        if part in ("", "."):
            continue
        if part != ".." or (not slashes and not parts) or (parts and parts[-1] == ".."):
            parts.append(part)
        elif parts:
            parts.pop()
    return "/" * slashes + "/".join(parts) or "."


def _abspath(path):
    path = fspath(path)
    return _normpath(path if path.startswith("/") else getcwd() + "/" + path)


def _relpath(path, start=None):
    if not path:
        raise ValueError("no path specified")
    here = [part for part in _abspath(start or ".").split("/") if part]
    there = [part for part in _abspath(path).split("/") if part]
    same = 0
    while same < min(len(here), len(there)) and here[same] == there[same]:
        same += 1
    return "/".join([".."] * (len(here) - same) + there[same:]) or "."


def _commonprefix(m):
    if not m:
        return ""
    first, last = min(m), max(m)
    for k, c in enumerate(first):
        if c != last[k]:
            return first[:k]
    return first


def _commonpath(paths):
    paths = [fspath(path) for path in paths]
    if not paths:
        raise ValueError("commonpath() arg is an empty sequence")
    if len({path.startswith("/") for path in paths}) > 1:
        raise ValueError("Can't mix absolute and relative paths")
    split = [[part for part in path.split("/") if part and part != "."] for path in paths]
    common = _commonprefix(split)
    return ("/" if paths[0].startswith("/") else "") + "/".join(common)


def _expanduser(path):
    path = fspath(path)
    head, slash, rest = path.partition("/")
    if head != "~" or "HOME" not in environ:
        return path
    return (environ["HOME"].rstrip("/") + slash + rest) or "/"


def _expandvars(path):
    import re
    return re.sub(r"\$(?:(\w+)|\{([^}]*)\})",
                  lambda m: environ.get(m[1] or m[2], m[0]), fspath(path))


path.normpath = _normpath
path.abspath = _abspath
path.relpath = _relpath
path.commonprefix = _commonprefix
path.commonpath = _commonpath
path.expanduser = _expanduser
path.expandvars = _expandvars
path.normcase = fspath
path.splitdrive = lambda p: (fspath(p)[:0], fspath(p))
path.curdir, path.pardir, path.extsep, path.pathsep = curdir, pardir, extsep, pathsep
path.getmtime = lambda filename: stat(filename).st_mtime
path.getatime = lambda filename: stat(filename).st_atime
path.getctime = lambda filename: stat(filename).st_ctime
path.lexists = lambda filename: _exists(lstat, filename)
path.islink = lambda filename: _exists(lstat, filename) and lstat(filename).st_mode >> 12 == 0o12
path.samefile = lambda one, other: (
    (stat(one).st_dev, stat(one).st_ino) == (stat(other).st_dev, stat(other).st_ino))
sys.modules["os.path"] = sys.modules["posixpath"] = path


# ---- the environment
class _Environ(dict):
    """Variables; a change is seen by the programs that this one starts."""

    def __setitem__(self, key, value):
        for text in (key, value):
            if not isinstance(text, str):
                raise TypeError("str expected, not %s" % type(text).__name__)
        putenv(key, value)
        super().__setitem__(key, value)

    def __delitem__(self, key):
        super().__delitem__(key)
        unsetenv(key)

    def setdefault(self, key, default):
        if key not in self:
            self[key] = default
        return self[key]

    def update(self, *args, **kwargs):
        for key, value in dict(*args, **kwargs).items():
            self[key] = value

    def pop(self, key, *default):
        value = super().pop(key, *default)
        unsetenv(key)
        return value

    def copy(self):
        return dict(self)

    def __repr__(self):
        return "environ(%s)" % dict.__repr__(self)


environ = _Environ(environ)


def getenv(key, default=None):
    return environ.get(key, default)


# ---- records
class _Record(tuple):
    """A tuple whose items have names."""

    def __getattr__(self, name):
        try:
            return self[self._names.index(name)]
        except ValueError:
            raise AttributeError("'%s' object has no attribute %r"
                                 % (type(self).__name__, name)) from None

    def __repr__(self):
        return "%s(%s)" % (self._shown, ", ".join(
            "%s=%r" % pair for pair in zip(self._names, self)))


class uname_result(_Record):
    _shown = "posix.uname_result"
    _names = ("sysname", "nodename", "release", "version", "machine")


class times_result(_Record):
    _shown = "posix.times_result"
    _names = ("user", "system", "children_user", "children_system", "elapsed")


class terminal_size(_Record):
    _shown = "os.terminal_size"
    _names = ("columns", "lines")


class stat_result(_Record):
    _shown = "os.stat_result"
    _names = ("st_mode", "st_ino", "st_dev", "st_nlink", "st_uid", "st_gid", "st_size", "st_atime",
              "st_mtime", "st_ctime", "st_mtime_ns")

    def __repr__(self):
        return "os.stat_result(%s)" % ", ".join(
            "%s=%d" % pair for pair in zip(self._names[:10], self))


def stat(path, *, dir_fd=None, follow_symlinks=True):
    return stat_result(_stat(path if isinstance(path, int) else fspath(path), follow_symlinks))


def lstat(path, *, dir_fd=None):
    return stat(path, follow_symlinks=False)


def fstat(fd):
    return stat(fd)


def _exists(look, filename):
    try:
        look(filename)
    except OSError:
        return False
    return True


def uname():
    return uname_result(_uname())


def times():
    return times_result(_times())


def get_terminal_size(fd=1, /):
    return terminal_size(_terminal_size(fd))


# ---- trees
def makedirs(name, mode=0o777, exist_ok=False):
    """Makes a directory with those that it is in."""
    head = path.dirname(fspath(name).rstrip("/"))
    if head and not path.exists(head):
        makedirs(head, exist_ok=True)
    try:
        mkdir(name, mode)
    except OSError:
        if not exist_ok or not path.isdir(name):
            raise


def removedirs(name):
    """Removes an empty directory, and those that it leaves empty."""
    rmdir(name)
    head = path.dirname(fspath(name).rstrip("/"))
    while head:
        try:
            rmdir(head)
        except OSError:
            return
        head = path.dirname(head)


class DirEntry:
    """A name in a directory."""

    __class_getitem__ = classmethod(_GenericAlias)

    def __init__(self, folder, name):
        self.name = name
        self.path = path.join(folder, name)

    def is_dir(self, *, follow_symlinks=True):
        return path.isdir(self.path) and (follow_symlinks or not self.is_symlink())

    def is_file(self, *, follow_symlinks=True):
        return path.isfile(self.path) and (follow_symlinks or not self.is_symlink())

    def is_symlink(self):
        return path.islink(self.path)

    def stat(self, *, follow_symlinks=True):
        return stat(self.path, follow_symlinks=follow_symlinks)

    def __fspath__(self):
        return self.path

    def __repr__(self):
        return "<DirEntry %r>" % self.name


class _Entries:
    """What scandir gives: an iterator that can be closed."""

    def __init__(self, folder):
        self._entries = iter([DirEntry(folder, name) for name in listdir(folder)])

    def __iter__(self):
        return self

    def __next__(self):
        return next(self._entries)

    def __enter__(self):
        return self

    def __exit__(self, *error):
        self.close()

    def close(self):
        self._entries = iter(())


def scandir(path="."):
    return _Entries(fspath(path))


def walk(top, topdown=True, onerror=None, followlinks=False):
    """(folder, its folders, its files) of a whole tree."""
    top = fspath(top)
    try:
        names = listdir(top)
    except OSError as error:
        if onerror is not None:
            onerror(error)
        return
    folders, files = [], []
    for name in names:
        (folders if path.isdir(path.join(top, name)) else files).append(name)
    if topdown:
        yield top, folders, files
    for name in folders:
        below = path.join(top, name)
        if followlinks or not path.islink(below):
            yield from walk(below, topdown, onerror, followlinks)
    if not topdown:
        yield top, folders, files


def replace(src, dst):
    rename(src, dst)


def fdopen(fd, mode="r", *args, **kwargs):
    if not isinstance(fd, int):
        raise TypeError("invalid fd type (%s, expected integer)" % type(fd))
    import _io
    return _io.open(fd, mode, *args, **kwargs)


def sched_setaffinity(pid, mask, /):
    _sched_setaffinity(pid, list(mask))


def getlogin():
    return environ.get("LOGNAME") or environ.get("USER") or "root"
