"""Sockets. Natively: _socket, which has the calls by file number."""
import _socket
import errno as _errno
import io as _io
from enum import IntEnum as _IntEnum, IntFlag as _IntFlag

AddressFamily = _IntEnum("AddressFamily", [
    (name, getattr(_socket, name)) for name in ("AF_UNSPEC", "AF_UNIX", "AF_INET", "AF_INET6")])
SocketKind = _IntEnum("SocketKind", [
    (name, getattr(_socket, name))
    for name in ("SOCK_STREAM", "SOCK_DGRAM", "SOCK_CLOEXEC", "SOCK_NONBLOCK")])
MsgFlag = _IntFlag("MsgFlag", [
    (name, getattr(_socket, name))
    for name in ("MSG_PEEK", "MSG_WAITALL", "MSG_DONTWAIT", "MSG_NOSIGNAL")])
for _name in dir(_socket):
    if _name[:3] in ("SO_", "TCP", "IPP", "IPV", "SHU", "SOL", "AI_", "EAI", "SOM"):
        globals()[_name] = getattr(_socket, _name)
for _names in (AddressFamily, SocketKind, MsgFlag):
    globals().update(_names.__members__)

has_ipv6 = True
INADDR_ANY = 0
INADDR_LOOPBACK = 0x7f000001
error = OSError
timeout = TimeoutError
_default_timeout = None
_BUFFER = 8192


class herror(OSError):
    """An answer of a name service that is an error."""


class gaierror(OSError):
    """A name that is no address's."""


def getdefaulttimeout():
    return _default_timeout


def setdefaulttimeout(timeout):
    global _default_timeout
    _default_timeout = _checked_timeout(timeout)


def _checked_timeout(value):
    if value is None:
        return None
    if not isinstance(value, (int, float)) and not hasattr(value, "__float__"):
        raise TypeError("'%s' object cannot be interpreted as an integer" % type(value).__name__)
    value = float(value)
    if value < 0:
        raise ValueError("Timeout value out of range")
    return value


def _numeric(host, family):
    """The first address of a host, in numbers."""
    if host == "":
        return "0.0.0.0" if family != AF_INET6 else "::"
    if host == "<broadcast>":
        return "255.255.255.255"
    return _resolve(host, family)[0]


def _resolve(host, family):
    if _socket.pton(AF_INET, host) is not None and family != AF_INET6:
        return [host]
    if host == "localhost" or host == gethostname():
        if family == AF_INET6:
            return ["::1"]
        return ["127.0.0.1"]
    found = _socket.resolve(host, int(family))
    if isinstance(found, tuple):
        raise gaierror(*found)
    return found


def _text(host):
    if isinstance(host, (bytes, bytearray)):
        return host.decode("ascii")
    if not isinstance(host, str):
        raise TypeError("str, bytes or bytearray expected, not " + type(host).__name__)
    return host


def _kind(names, value):
    """The number, as the name that it has."""
    try:
        return names(value)
    except ValueError:
        return value


class socket:
    """An end of a connection, or what waits for some."""

    def __init__(self, family=-1, type=-1, proto=-1, fileno=None):
        family = AF_INET if family == -1 else family
        type = SOCK_STREAM if type == -1 else type
        self._fd = -1
        self._closed = False
        self._files = 0
        self._timeout = None
        self.proto = 0 if proto == -1 else proto
        if fileno is None:
            fileno = _socket.open(int(family), int(type), self.proto)
        self._fd = fileno
        self._family = int(family)
        self.family = _kind(AddressFamily, family)
        self.type = _kind(SocketKind, int(type) & ~(SOCK_NONBLOCK | SOCK_CLOEXEC))
        if type & SOCK_NONBLOCK:
            self._timeout = 0.0
        elif _default_timeout is not None:
            self.settimeout(_default_timeout)

    def __enter__(self):
        return self

    def __exit__(self, *error):
        if not self._closed:
            self.close()

    def __del__(self):
        fd, self._fd = self._fd, -1
        if fd != -1:
            _socket.close(fd)

    def __repr__(self):
        text = "<%s.%s%s fd=%i, family=%i, type=%i, proto=%i" % (
            self.__class__.__module__, self.__class__.__qualname__,
            " [closed]" if self._closed else "", self._fd, self.family, self.type, self.proto)
        if not self._closed:
            for what, name in (("laddr", self.getsockname), ("raddr", self.getpeername)):
                try:
                    address = name()
                except OSError:
                    continue
                if address:
                    text += ", %s=%s" % (what, address)
        return text + ">"

    # ---- addresses
    def _address(self, address, call):
        """What the native calls take: hosts in numbers."""
        if self._family == AF_UNIX:
            if not isinstance(address, (str, bytes, bytearray)):
                raise TypeError("a bytes-like object is required, not '%s'"
                                % type(address).__name__)
            return address
        name = "AF_INET" if self._family == AF_INET else "AF_INET6"
        if not isinstance(address, tuple):
            raise TypeError("%s(): %s address must be tuple, not %s"
                            % (call, name, type(address).__name__))
        if len(address) != 2 and (self._family == AF_INET or not 2 < len(address) <= 4):
            raise TypeError("AF_INET address must be a pair (host, port)"
                            if self._family == AF_INET else
                            "AF_INET6 address must be a tuple (host, port[, flowinfo[, scopeid]])")
        host = _numeric(_text(address[0]), self._family)
        port = address[1]
        if not isinstance(port, int) and not hasattr(port, "__index__"):
            raise TypeError("'%s' object cannot be interpreted as an integer"
                            % type(port).__name__)
        if not 0 <= port <= 65535:
            raise OverflowError("%s(): port must be 0-65535." % call)
        return host, port

    def bind(self, address, /):
        _socket.bind(self._fd, self._family, self._address(address, "bind"))

    def listen(self, backlog=128, /):
        _socket.listen(self._fd, backlog)

    def accept(self):
        fd, address = _socket.accept(self._fd, self._timeout)
        made = socket(self.family, self.type, self.proto, fileno=fd)
        if _default_timeout is None and self._timeout is not None:
            made.setblocking(True)
        return made, address

    def connect(self, address, /):
        code = self._connect(address)
        if code:
            raise OSError(code, _message(code))

    def connect_ex(self, address, /):
        try:
            return self._connect(address)
        except TimeoutError:
            return _errno.EAGAIN

    def _connect(self, address):
        return _socket.connect(self._fd, self._timeout, self._family,
                               self._address(address, "connect"))

    def getsockname(self):
        return _socket.getsockname(self._fd)

    def getpeername(self):
        return _socket.getpeername(self._fd)

    # ---- data
    def recv(self, bufsize, flags=0, /):
        return _socket.recv(self._fd, self._timeout, bufsize, flags)

    def recvfrom(self, bufsize, flags=0, /):
        return _socket.recvfrom(self._fd, self._timeout, bufsize, flags)

    def recv_into(self, buffer, nbytes=0, flags=0):
        data = self.recv(nbytes or len(buffer), flags)
        buffer[:len(data)] = data
        return len(data)

    def recvfrom_into(self, buffer, nbytes=0, flags=0):
        data, address = self.recvfrom(nbytes or len(buffer), flags)
        buffer[:len(data)] = data
        return len(data), address

    def send(self, data, flags=0, /):
        return _socket.send(self._fd, self._timeout, data, flags)

    def sendall(self, data, flags=0, /):
        _socket.sendall(self._fd, self._timeout, data, flags)

    def sendto(self, data, flags_or_address, *rest):
        flags = flags_or_address if rest else 0
        address = self._address(rest[0] if rest else flags_or_address, "sendto")
        return _socket.send(self._fd, self._timeout, data, flags, self._family, address)

    def sendfile(self, file, offset=0, count=None):
        """Sends what a binary file holds."""
        if offset:
            file.seek(offset)
        total = 0
        while count is None or total < count:
            data = file.read(_BUFFER if count is None else min(_BUFFER, count - total))
            if not data:
                break
            self.sendall(data)
            total += len(data)
        return total

    # ---- settings
    def settimeout(self, value, /):
        value = _checked_timeout(value)
        _socket.set_blocking(self._fd, value is None)
        self._timeout = value

    def gettimeout(self):
        return self._timeout

    timeout = property(gettimeout)

    def setblocking(self, flag, /):
        self.settimeout(None if flag else 0.0)

    def getblocking(self):
        return self._timeout != 0.0

    def setsockopt(self, level, optname, value, optlen=None, /):
        _socket.setsockopt(self._fd, level, optname, value)

    def getsockopt(self, level, optname, buflen=0, /):
        return _socket.getsockopt(self._fd, level, optname, buflen)

    # ---- the end
    def fileno(self):
        return self._fd

    def shutdown(self, how, /):
        _socket.shutdown(self._fd, how)

    def close(self):
        self._closed = True
        if self._files <= 0:
            self._close_file()

    def _close_file(self):
        fd, self._fd = self._fd, -1
        if fd != -1:
            _socket.close(fd)

    def detach(self):
        self._closed = True
        fd, self._fd = self._fd, -1
        return fd

    def _file_closed(self):
        self._files -= 1
        if self._closed and self._files <= 0:
            self._close_file()

    def makefile(self, mode="r", buffering=None, *, encoding=None, errors=None, newline=None):
        """A file over the connection."""
        if not set(mode) <= {"r", "w", "b"}:
            raise ValueError("invalid mode %r (only r, w, b allowed)" % (mode,))
        self._files += 1
        if "b" in mode:
            return SocketFile(self, mode, buffering)
        return TextSocketFile(self, mode, buffering, encoding or "utf-8", errors or "strict",
                              newline)


SocketType = socket


class SocketFile(_io.IOBase):
    """Bytes of a connection, read and written through buffers."""

    def __init__(self, connection, mode, buffering=None):
        super().__init__()
        self._socket = connection
        self.mode = mode
        self._reads = "r" in mode or "w" not in mode
        self._writes = "w" in mode
        self._limit = _BUFFER if buffering is None or buffering < 0 else buffering
        self._read_ahead = b""
        self._pending = bytearray()

    @property
    def name(self):
        return self._socket.fileno()

    def fileno(self):
        self._check()
        return self._socket.fileno()

    def readable(self):
        return self._reads

    def writable(self):
        return self._writes

    def _fill(self):
        """More bytes; false: there are no more."""
        data = self._socket.recv(_BUFFER)
        self._read_ahead += data
        return bool(data)

    def _take(self, n):
        data, self._read_ahead = self._read_ahead[:n], self._read_ahead[n:]
        return data

    def _check_reads(self):
        self._check()
        if not self._reads:
            raise _io.UnsupportedOperation("not readable")

    def read(self, size=-1):
        self._check_reads()
        if size is None or size < 0:
            parts = [self._take(len(self._read_ahead))]
            while parts[-1] or len(parts) == 1:
                parts.append(self._socket.recv(65536))
            return b"".join(parts)
        while len(self._read_ahead) < size and self._fill():
            pass
        return self._take(size)

    def read1(self, size=-1):
        self._check_reads()
        if not self._read_ahead:
            self._fill()
        return self._take(len(self._read_ahead) if size < 0 else size)

    def readinto(self, buffer):
        data = self.read(len(buffer))
        buffer[:len(data)] = data
        return len(data)

    def readline(self, size=-1):
        self._check_reads()
        looked = 0
        while True:
            at = self._read_ahead.find(b"\n", looked)
            if at >= 0:
                end = at + 1
                break
            looked = end = len(self._read_ahead)
            if 0 <= size <= end or not self._fill():
                end = len(self._read_ahead)
                break
        return self._take(min(end, size) if size is not None and size >= 0 else end)

    def write(self, data):
        self._check()
        if not self._writes:
            raise _io.UnsupportedOperation("not writable")
        self._pending += data
        if len(self._pending) >= self._limit:
            self.flush()
        return len(data)

    def flush(self):
        self._check()
        if self._pending:
            data, self._pending = bytes(self._pending), bytearray()
            self._socket.sendall(data)

    def close(self):
        if not self.closed:
            try:
                self.flush()
            finally:
                super().close()
                self._socket._file_closed()


class TextSocketFile(_io.IOBase):
    """Text of a connection; universal newlines unless `newline` says otherwise."""

    def __init__(self, connection, mode, buffering, encoding, errors, newline):
        super().__init__()
        self.buffer = SocketFile(connection, mode, buffering)
        self.mode = mode
        self.encoding = encoding
        self.errors = errors
        self._newline = newline
        self._line_buffered = buffering == 1

    @property
    def name(self):
        return self.buffer.name

    def fileno(self):
        return self.buffer.fileno()

    def readable(self):
        return self.buffer.readable()

    def writable(self):
        return self.buffer.writable()

    def _decode(self, data):
        text = data.decode(self.encoding, self.errors)
        if self._newline is None and "\r" in text:
            text = text.replace("\r\n", "\n").replace("\r", "\n")
        return text

    def read(self, size=-1):
        if size is None or size < 0:
            return self._decode(self.buffer.read())
        text = ""
        while len(text) < size:
            data = self.buffer.read(1)
            while data and data[-1] >= 0x80 and not self._complete(data):
                data += self.buffer.read(1)
            if not data:
                break
            text += data.decode(self.encoding, self.errors)
        return text

    def _complete(self, data):
        try:
            data.decode(self.encoding)
        except UnicodeDecodeError:
            return len(data) >= 4
        return True

    def readline(self, size=-1):
        return self._decode(self.buffer.readline(size))

    def write(self, text):
        if not isinstance(text, str):
            raise TypeError("write() argument must be str, not %s" % type(text).__name__)
        data = text
        if self._newline not in (None, "", "\n"):
            data = text.replace("\n", self._newline)
        self.buffer.write(data.encode(self.encoding, self.errors))
        if self._line_buffered and "\n" in text:
            self.flush()
        return len(text)

    def flush(self):
        self._check()
        self.buffer.flush()

    def close(self):
        if not self.closed:
            super().close()
            self.buffer.close()


def _message(code):
    from os import strerror
    return strerror(code)


def socketpair(family=None, type=SOCK_STREAM, proto=0):
    """Two sockets that are connected to each other."""
    family = AF_UNIX if family is None else family
    one, other = _socket.pair(int(family), int(type), proto)
    return socket(family, type, proto, one), socket(family, type, proto, other)


def create_connection(address, timeout=..., source_address=None, *, all_errors=False):
    """A socket that is connected to (host, port)."""
    host, port = address
    problems = []
    for numeric in _resolve(_text(host), 0) if host else ["127.0.0.1"]:
        made = socket(AF_INET6 if ":" in numeric else AF_INET, SOCK_STREAM, IPPROTO_TCP)
        try:
            if timeout is not ...:
                made.settimeout(timeout)
            if source_address:
                made.bind(source_address)
            made.connect((numeric, port))
            return made
        except OSError as problem:
            problems.append(problem)
            made.close()
    if all_errors:
        raise ExceptionGroup("create_connection failed", problems)
    raise problems[0]


def create_server(address, *, family=AF_INET, backlog=None, reuse_port=False,
                  dualstack_ipv6=False):
    """A socket that listens at (host, port)."""
    made = socket(family, SOCK_STREAM)
    try:
        made.setsockopt(SOL_SOCKET, SO_REUSEADDR, 1)
        if reuse_port:
            made.setsockopt(SOL_SOCKET, SO_REUSEPORT, 1)
        made.bind(address)
        if backlog is None:
            made.listen()
        else:
            made.listen(backlog)
        return made
    except OSError:
        made.close()
        raise


# ---- names
def gethostname():
    return _socket.gethostname()


def getfqdn(name=""):
    return name or gethostname()


def gethostbyname(hostname):
    return _numeric(_text(hostname), AF_INET)


def getaddrinfo(host, port, family=0, type=0, proto=0, flags=0):
    """Tuples (family, type, proto, name, address)."""
    if port is None:
        port = 0
    elif isinstance(port, str):
        if not port.isdigit():
            raise gaierror(-8, "Servname not supported for ai_socktype")
        port = int(port)
    if host is None:
        host = "0.0.0.0" if flags & AI_PASSIVE else "127.0.0.1"
    kinds = [(SOCK_STREAM, IPPROTO_TCP), (SOCK_DGRAM, IPPROTO_UDP)]
    found = []
    for numeric in _resolve(_text(host), family):
        own, address = ((AF_INET6, (numeric, port, 0, 0)) if ":" in numeric
                        else (AF_INET, (numeric, port)))
        for kind, protocol in kinds:
            if type in (0, kind) and proto in (0, protocol):
                found.append((own, kind, protocol, "", address))
    return found


def inet_pton(address_family, ip_string):
    packed = _socket.pton(int(address_family), ip_string)
    if packed is None:
        raise OSError("illegal IP address string passed to inet_pton")
    return packed


def inet_ntop(address_family, packed_ip):
    text = _socket.ntop(int(address_family), packed_ip)
    if text is None:
        raise ValueError("invalid length of packed IP address string")
    return text


def inet_aton(ip_addr):
    packed = _socket.pton(AF_INET, ip_addr)
    if packed is None:
        raise OSError("illegal IP address string passed to inet_aton")
    return packed


def inet_ntoa(packed_ip):
    text = _socket.ntop(AF_INET, packed_ip)
    if text is None:
        raise OSError("packed IP wrong length")
    return text


def htons(x):
    return (x & 0xff) << 8 | x >> 8 & 0xff


def htonl(x):
    return int.from_bytes(x.to_bytes(4, "big"), "little")


ntohs = htons
ntohl = htonl
