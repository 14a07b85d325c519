"""Waiting for several files. Natively: _socket.poll."""
from _socket import poll as _wait

error = OSError
POLLIN, POLLPRI, POLLOUT, POLLERR, POLLHUP, POLLNVAL = 1, 2, 4, 8, 16, 32
EPOLLIN, EPOLLPRI, EPOLLOUT, EPOLLERR, EPOLLHUP = 1, 2, 4, 8, 16
EPOLLRDHUP, EPOLLONESHOT, EPOLLET = 0x2000, 1 << 30, 1 << 31
_LISTS = ((POLLIN | POLLHUP | POLLERR, POLLIN), (POLLOUT | POLLERR, POLLOUT), (POLLPRI, POLLPRI))


def _number(file):
    if isinstance(file, int):
        fd = file
    else:
        try:
            method = file.fileno
        except AttributeError:
            raise TypeError("argument must be an int, or have a fileno() method.") from None
        fd = method()
    if fd < 0:
        raise ValueError("file descriptor cannot be a negative integer (%d)" % fd)
    return fd


def select(rlist, wlist, xlist, timeout=None, /):
    """Those of three lists that can be read, written, or have something special."""
    if timeout is not None:
        if not isinstance(timeout, (int, float)):
            raise TypeError("timeout must be a float or None")
        if timeout < 0:
            raise ValueError("timeout must be non-negative")
    asked = [[(_number(file), file) for file in files] for files in (rlist, wlist, xlist)]
    events = {}
    for (_, wanted), files in zip(_LISTS, asked):
        for fd, _ in files:
            events[fd] = events.get(fd, 0) | wanted
    ready = dict(_wait(list(events.items()), timeout))
    if any(found & POLLNVAL for found in ready.values()):
        raise OSError(9, "Bad file descriptor")
    return tuple([file for fd, file in files if ready.get(fd, 0) & found]
                 for (found, _), files in zip(_LISTS, asked))


class poll:
    """Files and what to wait for, kept."""

    def __init__(self):
        self._events = {}

    def register(self, fd, eventmask=POLLIN | POLLPRI | POLLOUT, /):
        self._events[_number(fd)] = eventmask

    def modify(self, fd, eventmask, /):
        fd = _number(fd)
        if fd not in self._events:
            raise FileNotFoundError(2, "No such file or directory")
        self._events[fd] = eventmask

    def unregister(self, fd, /):
        del self._events[_number(fd)]

    def poll(self, timeout=None, /):
        """[(fd, events)]; the timeout is in milliseconds."""
        seconds = None if timeout is None or timeout < 0 else timeout / 1000
        return _wait(list(self._events.items()), seconds)


class epoll:
    """As poll, with seconds."""

    def __init__(self, sizehint=-1, flags=0):
        self._events = {}
        self.closed = False

    def register(self, fd, eventmask=EPOLLIN | EPOLLPRI | EPOLLOUT):
        fd = _number(fd)
        if fd in self._events:
            raise FileExistsError(17, "File exists")
        self._events[fd] = eventmask

    def modify(self, fd, eventmask):
        fd = _number(fd)
        if fd not in self._events:
            raise FileNotFoundError(2, "No such file or directory")
        self._events[fd] = eventmask

    def unregister(self, fd):
        if self._events.pop(_number(fd), None) is None:
            raise FileNotFoundError(2, "No such file or directory")

    def poll(self, timeout=None, maxevents=-1):
        """[(fd, events)]."""
        seconds = None if timeout is None or timeout < 0 else timeout
        found = _wait([(fd, mask & 0xff) for fd, mask in self._events.items()], seconds)
        found = [(fd, mask) for fd, mask in found if not mask & POLLNVAL]
        found = found if maxevents < 0 else found[:maxevents]
        for fd, _ in found:
            if self._events[fd] & EPOLLONESHOT:
                self._events[fd] = 0
        return found

    def close(self):
        self.closed = True

    def __enter__(self):
        return self

    def __exit__(self, *error):
        self.close()
