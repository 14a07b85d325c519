"""Compression. Natively: _Stream, the checksums and the constants."""
DEF_BUF_SIZE = 16384


class error(Exception):
    """The data or the stream is wrong."""


error.__module__ = "zlib"
error.__qualname__ = "error"


def compress(data, /, level=-1, wbits=MAX_WBITS):
    """The data, compressed."""
    if not -1 <= level <= 9:
        raise error("Bad compression level")
    return _Stream(True, level, wbits).run(data, Z_FINISH, 0)[0]


def decompress(data, /, wbits=MAX_WBITS, bufsize=DEF_BUF_SIZE):
    """The data that was compressed."""
    if bufsize < 0:
        raise ValueError("bufsize must be non-negative")
    output, _, ended = _Stream(False, -1, wbits).run(data, Z_SYNC_FLUSH, 0)
    if not ended:
        _truncated("while decompressing data")
    return output


class Compress:
    """Compresses data that comes in pieces."""

    def __init__(self, level, method, wbits, memLevel, strategy):
        self._stream = _Stream(True, level, wbits, memLevel, strategy)

    def compress(self, data, /):
        return self._stream.run(data, Z_NO_FLUSH, 0)[0]

    def flush(self, mode=Z_FINISH, /):
        if mode == Z_NO_FLUSH:
            return b""
        return self._stream.run(b"", mode, 0)[0]


class Decompress:
    """Decompresses data that comes in pieces."""

    def __init__(self, wbits):
        self._stream = _Stream(False, -1, wbits)
        self.unused_data = b""
        self.unconsumed_tail = b""
        self.eof = False

    def decompress(self, data, /, max_length=0):
        if max_length < 0:
            raise ValueError("max_length must be non-negative")
        if self.eof:
            self.unused_data += data
            return b""
        output, rest, self.eof = self._stream.run(data, Z_SYNC_FLUSH, max_length)
        if self.eof:
            self.unused_data += rest
            self.unconsumed_tail = b""
        else:
            self.unconsumed_tail = rest
        return output

    def flush(self, length=DEF_BUF_SIZE, /):
        if length <= 0:
            raise ValueError("length must be greater than zero")
        tail, self.unconsumed_tail = self.unconsumed_tail, b""
        return b"" if self.eof else self.decompress(tail)


def compressobj(level=-1, method=DEFLATED, wbits=MAX_WBITS, memLevel=DEF_MEM_LEVEL,
                strategy=Z_DEFAULT_STRATEGY, zdict=None):
    return Compress(level, method, wbits, memLevel, strategy)


def decompressobj(wbits=MAX_WBITS, zdict=b""):
    return Decompress(wbits)
