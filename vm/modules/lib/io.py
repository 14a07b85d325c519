"""Streams in memory, and open."""
import _io
from abc import ABCMeta

open = open
DEFAULT_BUFFER_SIZE = 8192
SEEK_SET, SEEK_CUR, SEEK_END = 0, 1, 2


class UnsupportedOperation(OSError, ValueError):
    """The stream cannot do that."""


class IOBase(metaclass=ABCMeta):
    """What all streams have."""

    def __init__(self):
        self._closed = False

    @property
    def closed(self):
        return self._closed

    def _check(self):
        if self._closed:
            raise ValueError("I/O operation on closed file")

    def close(self):
        self._closed = True

    def flush(self):
        self._check()

    def readable(self):
        self._check()
        return True

    writable = seekable = readable

    def isatty(self):
        self._check()
        return False

    def fileno(self):
        raise UnsupportedOperation("fileno")

    def __enter__(self):
        self._check()
        return self

    def __exit__(self, *error):
        self.close()

    def __iter__(self):
        self._check()
        return self

    def __next__(self):
        line = self.readline()
        if not line:
            raise StopIteration
        return line

    def readlines(self, hint=-1):
        lines, size = [], 0
        for line in self:
            lines.append(line)
            size += len(line)
            if hint is not None and 0 < hint <= size:
                break
        return lines

    def writelines(self, lines):
        for line in lines:
            self.write(line)


class RawIOBase(IOBase):
    """Streams of bytes as the system has them."""


class BufferedIOBase(IOBase):
    """Streams of bytes."""


class TextIOBase(IOBase):
    """Streams of text."""


FileIO, TextIOWrapper = _io.FileIO, _io.TextIOWrapper
BufferedReader, BufferedWriter, BufferedRandom = (
    _io.BufferedReader, _io.BufferedWriter, _io.BufferedRandom)
RawIOBase.register(FileIO)
TextIOBase.register(TextIOWrapper)
for _kind in (BufferedReader, BufferedWriter, BufferedRandom):
    BufferedIOBase.register(_kind)


class _Memory:
    """A stream over a text or bytes that are kept in pieces until somebody looks. Stands before
    the class of io.IOBase that it goes with."""

    _empty = None
    _newline = None

    def __init__(self, initial):
        super().__init__()
        self._value = initial
        self._pieces = []  # written at the end, behind the value
        self._at = 0
        self._size = len(initial)

    def _whole(self):
        if self._pieces:
            self._value = self._empty.join([self._value] + self._pieces)
            self._pieces = []
        return self._value

    def getvalue(self):
        self._check()
        return self._whole()

    def tell(self):
        self._check()
        return self._at

    def read(self, size=-1):
        self._check()
        value = self._whole()
        end = self._size if size is None or size < 0 else min(self._at + size, self._size)
        data = value[self._at:end]
        self._at = max(self._at, end)
        return data

    def readline(self, size=-1):
        self._check()
        value = self._whole()
        newline = self._newline
        found = value.find(newline, self._at)
        end = self._size if found < 0 else found + len(newline)
        if not newline:
            end = self._end_of_any_kind(value)
        if size is not None and size >= 0:
            end = min(end, self._at + size)
        data = value[self._at:end]
        self._at = max(self._at, end)
        return data

    def _put(self, data):
        count = len(data)
        if count == 0:
            return 0
        if self._at == self._size:
            self._pieces.append(data)
            self._size += count
        else:
            value = self._whole()
            if self._at > self._size:
                value += self._filler * (self._at - self._size)
            self._value = value[:self._at] + data + value[self._at + count:]
            self._size = len(self._value)
        self._at += count
        return count

    def truncate(self, size=None):
        self._check()
        size = self._at if size is None else size
        if size < 0:
            raise ValueError(self._negative_size % size)
        if size < self._size:
            self._value = self._whole()[:size]
            self._size = size
        return size


class StringIO(_Memory, TextIOBase):
    """A text in memory as a stream."""

    _empty = ""
    _newline = "\n"
    _translates = _universal = False
    _filler = "\0"
    _negative_size = "Negative size value %d"

    def __init__(self, initial_value="", newline="\n"):
        if initial_value is None:
            initial_value = ""
        if not isinstance(initial_value, str):
            raise TypeError("initial_value must be str or None, not " + type(initial_value).__name__)
        if newline != "\n":
            initial_value = self._set_newline(newline, initial_value)
        super().__init__(initial_value)

    def _set_newline(self, newline, text):
        if newline is not None and not isinstance(newline, str):
            raise TypeError("newline must be str or None, not " + type(newline).__name__)
        if newline not in (None, "", "\r", "\r\n"):
            raise ValueError("illegal newline value: %r" % newline)
        self._translates = newline != ""
        self._universal = newline is None
        if newline is not None:
            self._newline = newline
        return self._translated(text)

    def _translated(self, text):
        """The text as it is kept, with the ends of lines that were chosen."""
        if self._universal:
            return text.replace("\r\n", "\n").replace("\r", "\n")
        return text.replace("\n", self._newline) if self._translates else text

    def _end_of_any_kind(self, value):
        """The end of a line that a line feed, a carriage return or both of them end."""
        newline = value.find("\n", self._at)
        end = self._size if newline < 0 else newline + 1
        found = value.find("\r", self._at, end)
        return end if found < 0 or found + 1 == newline else found + 1

    def write(self, text):
        self._check()
        if not isinstance(text, str):
            raise TypeError("string argument expected, got %r" % type(text).__name__)
        if self._translates:
            self._put(self._translated(text))
            return len(text)
        return self._put(text)

    def seek(self, position, whence=0):
        self._check()
        if whence == 0:
            if position < 0:
                raise ValueError("Negative seek position %d" % position)
            self._at = position
        elif whence in (1, 2):
            if position != 0:
                raise OSError("Can't do nonzero cur-relative seeks")
            if whence == 2:
                self._at = self._size
        else:
            raise ValueError("Invalid whence (%d, should be 0, 1 or 2)" % whence)
        return self._at


class BytesIO(_Memory, BufferedIOBase):
    """Bytes in memory as a stream."""

    _empty = b""
    _newline = b"\n"
    _filler = b"\0"
    _negative_size = "negative size value %d"

    def __init__(self, initial_bytes=b""):
        super().__init__(bytes(initial_bytes or b""))

    read1 = _Memory.read

    def getbuffer(self):
        return self.getvalue()

    def write(self, data):
        self._check()
        if isinstance(data, str):
            raise TypeError("a bytes-like object is required, not 'str'")
        return self._put(bytes(data))

    def readinto(self, buffer):
        data = self.read(len(buffer))
        buffer[:len(data)] = data
        return len(data)

    def seek(self, position, whence=0):
        self._check()
        if whence == 0:
            if position < 0:
                raise ValueError("negative seek value %d" % position)
            self._at = position
        elif whence == 1:
            self._at = max(0, self._at + position)
        elif whence == 2:
            self._at = max(0, self._size + position)
        else:
            raise ValueError("invalid whence (%d, should be 0, 1 or 2)" % whence)
        return self._at
