"""Paths as objects."""
import fnmatch
import os

__all__ = ["PurePath", "PurePosixPath", "Path", "PosixPath"]


class PurePath:
    """A path, without looking at the file system."""

    __slots__ = ("_text", "_names", "__weakref__")

    def __new__(cls, *args):
        if cls is Path:
            cls = PosixPath
        elif cls is PurePath:
            cls = PurePosixPath
        self = object.__new__(cls)
        texts = []
        for arg in args:
            text = os.fspath(arg)
            if not isinstance(text, str):
                raise TypeError("argument should be a str object or an os.PathLike object "
                                "returning str, not %r" % type(text))
            texts.append(text)
        joined = os.path.join(*texts) if texts else ""
        root = "//" if joined.startswith("//") and not joined.startswith("///") else (
            "/" if joined.startswith("/") else "")
        names = [name for name in joined.split("/") if name and name != "."]
        self._text = root + "/".join(names) or "."
        self._names = ([root] if root else []) + names
        return self

    def __reduce__(self):
        return type(self), tuple(self._names)

    def __str__(self):
        return self._text

    def __fspath__(self):
        return self._text

    def __bytes__(self):
        return os.fsencode(self._text)

    def __repr__(self):
        return "%s(%r)" % (type(self).__name__, self._text)

    def __eq__(self, other):
        return self._text == other._text if isinstance(other, PurePath) else NotImplemented

    def __hash__(self):
        return hash(self._text)

    def __lt__(self, other):
        return self._names < other._names if isinstance(other, PurePath) else NotImplemented

    def __le__(self, other):
        return self._names <= other._names if isinstance(other, PurePath) else NotImplemented

    def __gt__(self, other):
        return self._names > other._names if isinstance(other, PurePath) else NotImplemented

    def __ge__(self, other):
        return self._names >= other._names if isinstance(other, PurePath) else NotImplemented

    def __truediv__(self, other):
        try:
            return self.joinpath(other)
        except TypeError:
            return NotImplemented

    def __rtruediv__(self, other):
        try:
            return type(self)(other, self)
        except TypeError:
            return NotImplemented

    def joinpath(self, *others):
        return type(self)(self, *others)

    parts = property(lambda self: tuple(self._names))
    drive = property(lambda self: "")
    anchor = property(lambda self: self.root)

    @property
    def root(self):
        return self._names[0] if self.is_absolute() else ""

    @property
    def name(self):
        names = self._names[1:] if self.is_absolute() else self._names
        return names[-1] if names else ""

    @property
    def suffix(self):
        name = self.name
        at = name.rfind(".")
        return name[at:] if 0 < at < len(name) - 1 else ""

    @property
    def suffixes(self):
        name = self.name
        if name.endswith("."):
            return []
        return ["." + part for part in name.lstrip(".").split(".")[1:]]

    @property
    def stem(self):
        suffix = self.suffix
        return self.name[:-len(suffix)] if suffix else self.name

    @property
    def parent(self):
        if not self.name:
            return self
        return type(self)(*self._names[:-1])

    @property
    def parents(self):
        found, path = [], self
        while path.parent != path:
            path = path.parent
            found.append(path)
        return tuple(found)

    def is_absolute(self):
        return self._text.startswith("/")

    def is_reserved(self):
        return False

    def as_posix(self):
        return self._text

    def as_uri(self):
        if not self.is_absolute():
            raise ValueError("relative path can't be expressed as a file URI")
        safe = b"abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789_.-~/"
        return "file://" + "".join([chr(c) if c in safe else "%%%02X" % c for c in bytes(self)])

    def is_relative_to(self, *other):
        names = type(self)(*other)._names
        return self._names[:len(names)] == names

    def relative_to(self, *other):
        base = type(self)(*other)
        if not self.is_relative_to(base):
            raise ValueError("%r is not in the subpath of %r OR one path is relative and the "
                             "other is absolute." % (str(self), str(base)))
        return type(self)(*self._names[len(base._names):])

    def with_name(self, name):
        if not self.name:
            raise ValueError("%r has an empty name" % self)
        if not name or "/" in name or name == ".":
            raise ValueError("Invalid name %r" % name)
        return type(self)(*self._names[:-1], name)

    def with_stem(self, stem):
        return self.with_name(stem + self.suffix)

    def with_suffix(self, suffix):
        if suffix and (not suffix.startswith(".") or suffix == ".") or "/" in suffix:
            raise ValueError("Invalid suffix %r" % suffix)
        if not self.name:
            raise ValueError("%r has an empty name" % self)
        return self.with_name(self.stem + suffix)

    def match(self, path_pattern):
        pattern = PurePath(path_pattern)
        if not pattern._names:
            raise ValueError("empty pattern")
        if pattern.is_absolute() and len(pattern._names) != len(self._names):
            return False
        if len(pattern._names) > len(self._names):
            return False
        return all(fnmatch.fnmatchcase(name, part) for name, part
                   in zip(reversed(self._names), reversed(pattern._names)))


class PurePosixPath(PurePath):
    __slots__ = ()


class Path(PurePath):
    """A path of the file system."""

    __slots__ = ()

    @classmethod
    def cwd(cls):
        return cls(os.getcwd())

    @classmethod
    def home(cls):
        return cls(os.path.expanduser("~"))

    def stat(self, *, follow_symlinks=True):
        return os.stat(self) if follow_symlinks else os.lstat(self)

    def lstat(self):
        return os.lstat(self)

    def exists(self):
        return os.path.exists(self)

    def is_dir(self):
        return os.path.isdir(self)

    def is_file(self):
        return os.path.isfile(self)

    def is_symlink(self):
        return os.path.islink(self)

    def samefile(self, other):
        return os.path.samefile(self, other)

    def iterdir(self):
        for name in os.listdir(self):
            yield self / name

    def glob(self, pattern):
        if not pattern:
            raise ValueError("Unacceptable pattern: %r" % pattern)
        parts = PurePath(pattern)
        if parts.is_absolute():
            raise NotImplementedError("Non-relative patterns are unsupported")
        seen = set()
        for path in self._select(parts._names):
            if path not in seen:
                seen.add(path)
                yield path

    def rglob(self, pattern):
        return self.glob("**/" + pattern)

    def _select(self, names):
        if not names:
            yield self
            return
        first, rest = names[0], names[1:]
        if first == "**":
            for folder in self._folders():
                yield from folder._select(rest)
        elif any(c in first for c in "*?["):
            try:
                found = os.listdir(self)
            except OSError:
                return
            for name in fnmatch.filter(found, first):
                path = self / name
                if not rest or path.is_dir():
                    yield from path._select(rest)
        else:
            path = self / first
            if path.exists():
                yield from path._select(rest)

    def _folders(self):
        yield self
        try:
            names = os.listdir(self)
        except OSError:
            return
        for name in names:
            path = self / name
            if path.is_dir() and not path.is_symlink():
                yield from path._folders()

    def absolute(self):
        return self if self.is_absolute() else type(self)(os.getcwd(), self)

    def resolve(self, strict=False):
        path = type(self)(os.path.realpath(self))
        if strict:
            os.stat(path)
        return path

    def expanduser(self):
        return type(self)(os.path.expanduser(self._text))

    def open(self, mode="r", buffering=-1, encoding=None, errors=None, newline=None):
        return open(self._text, mode, buffering, encoding, errors, newline)

    def read_text(self, encoding=None, errors=None):
        with self.open("r", encoding=encoding, errors=errors) as file:
            return file.read()

    def read_bytes(self):
        with self.open("rb") as file:
            return file.read()

    def write_text(self, data, encoding=None, errors=None, newline=None):
        if not isinstance(data, str):
            raise TypeError("data must be str, not %s" % type(data).__name__)
        with self.open("w", encoding=encoding, errors=errors, newline=newline) as file:
            return file.write(data)

    def write_bytes(self, data):
        with self.open("wb") as file:
            return file.write(data)

    def touch(self, mode=0o666, exist_ok=True):
        if exist_ok and self.exists():
            if hasattr(os, "utime"):
                os.utime(self)
            return
        flags = os.O_CREAT | os.O_WRONLY | (0 if exist_ok else os.O_EXCL)
        os.close(os.open(self._text, flags, mode))

    def mkdir(self, mode=0o777, parents=False, exist_ok=False):
        try:
            os.mkdir(self._text, mode)
        except FileNotFoundError:
            if not parents or self.parent == self:
                raise
            self.parent.mkdir(parents=True, exist_ok=True)
            self.mkdir(mode, False, exist_ok)
        except OSError:
            if not exist_ok or not self.is_dir():
                raise

    def chmod(self, mode, *, follow_symlinks=True):
        os.chmod(self._text, mode)

    def unlink(self, missing_ok=False):
        try:
            os.unlink(self._text)
        except FileNotFoundError:
            if not missing_ok:
                raise

    def rmdir(self):
        os.rmdir(self._text)

    def rename(self, target):
        os.rename(self._text, os.fspath(target))
        return type(self)(target)

    def replace(self, target):
        os.replace(self._text, os.fspath(target))
        return type(self)(target)

    def symlink_to(self, target, target_is_directory=False):
        os.symlink(os.fspath(target), self._text)

    def hardlink_to(self, target):
        os.link(os.fspath(target), self._text)

    def readlink(self):
        return type(self)(os.readlink(self._text))

    def __enter__(self):
        return self

    def __exit__(self, *error):
        pass


class PosixPath(Path, PurePosixPath):
    __slots__ = ()
