"""Files and folders for a while, with names that nobody else has."""
import io as _io
import os as _os
import random as _random
import shutil as _shutil

TMP_MAX = 10000
template = "tmp"
tempdir = None
_LETTERS = "abcdefghijklmnopqrstuvwxyz0123456789_"
_names = None


def gettempdir():
    global tempdir
    if tempdir is None:
        for folder in (_os.environ.get("TMPDIR"), _os.environ.get("TEMP"), _os.environ.get("TMP"),
                       "/tmp", "/var/tmp", "/usr/tmp", _os.getcwd()):
            if folder and _os.path.isdir(folder) and _os.access(folder, _os.W_OK | _os.X_OK):
                tempdir = _os.path.abspath(folder)
                break
        else:
            raise FileNotFoundError(2, "No usable temporary directory found")
    return tempdir


def gettempprefix():
    return template


def gettempdirb():
    return _os.fsencode(gettempdir())


def _name(suffix, prefix, dir):
    global _names
    if _names is None:
        _names = _random.Random(int.from_bytes(_os.urandom(16), "big"))
    middle = "".join([_names.choice(_LETTERS) for _ in range(8)])
    return _os.path.join(dir if dir is not None else gettempdir(),
                         (template if prefix is None else prefix) + middle + (suffix or ""))


def _attempt(make, suffix, prefix, dir):
    for _ in range(TMP_MAX):
        name = _name(suffix, prefix, _os.fspath(dir) if dir is not None else None)
        try:
            return make(name), name
        except FileExistsError:
            continue
    raise FileExistsError(17, "No usable temporary file name found")


def mkstemp(suffix=None, prefix=None, dir=None, text=False):
    flags = _os.O_RDWR | _os.O_CREAT | _os.O_EXCL | _os.O_CLOEXEC
    fd, name = _attempt(lambda path: _os.open(path, flags, 0o600), suffix, prefix, dir)
    return fd, _os.path.abspath(name)


def mkdtemp(suffix=None, prefix=None, dir=None):
    return _attempt(lambda path: _os.mkdir(path, 0o700), suffix, prefix, dir)[1]


def mktemp(suffix="", prefix=template, dir=None):
    return _name(suffix, prefix, dir)


class _TemporaryFileWrapper:
    """A file that is removed when it is closed."""

    def __init__(self, file, name, delete):
        self.file = file
        self.name = name
        self.delete = delete
        self._gone = False

    def __getattr__(self, name):
        return getattr(self.file, name)

    def __enter__(self):
        self.file.__enter__()
        return self

    def __exit__(self, *error):
        self.close()

    def __iter__(self):
        return iter(self.file)

    def close(self):
        self.file.close()
        if self.delete and not self._gone:
            self._gone = True
            _os.unlink(self.name)

    def __del__(self):
        try:
            self.close()
        except (OSError, AttributeError):
            pass


def NamedTemporaryFile(mode="w+b", buffering=-1, encoding=None, newline=None, suffix=None,
                       prefix=None, dir=None, delete=True, *, errors=None):
    fd, name = mkstemp(suffix, prefix, dir)
    return _TemporaryFileWrapper(open(fd, mode, buffering, encoding, errors, newline), name,
                                 delete)


def TemporaryFile(mode="w+b", buffering=-1, encoding=None, newline=None, suffix=None, prefix=None,
                  dir=None, *, errors=None):
    fd, name = mkstemp(suffix, prefix, dir)
    _os.unlink(name)
    return open(fd, mode, buffering, encoding, errors, newline)


class SpooledTemporaryFile:
    """In memory up to a size, then in a file."""

    def __init__(self, max_size=0, mode="w+b", *args, **kwargs):
        self._file = _io.BytesIO() if "b" in mode else _io.StringIO()
        self._max_size = max_size
        self._rolled = False
        self._options = mode, args, kwargs

    def rollover(self):
        if not self._rolled:
            mode, args, kwargs = self._options
            new, at = TemporaryFile(mode, *args, **kwargs), self._file.tell()
            new.write(self._file.getvalue())
            new.seek(at)
            self._file, self._rolled = new, True

    def write(self, data):
        count = self._file.write(data)
        if self._max_size and self._file.tell() > self._max_size:
            self.rollover()
        return count

    def __getattr__(self, name):
        return getattr(self._file, name)

    def __enter__(self):
        return self

    def __exit__(self, *error):
        self._file.close()

    def __iter__(self):
        return iter(self._file)


class TemporaryDirectory:
    """A folder that is removed with all that is in it."""

    def __init__(self, suffix=None, prefix=None, dir=None, ignore_cleanup_errors=False):
        import weakref
        self._ignore = ignore_cleanup_errors
        self.name = mkdtemp(suffix, prefix, dir)
        self._finalizer = weakref.finalize(self, _shutil.rmtree, self.name, True)

    def __repr__(self):
        return "<%s %r>" % (type(self).__name__, self.name)

    def __enter__(self):
        return self.name

    def __exit__(self, *error):
        self.cleanup()

    def cleanup(self):
        if self._finalizer.detach() or _os.path.exists(self.name):
            _shutil.rmtree(self.name, ignore_errors=self._ignore)
