"""Waiting for many files, over select and poll."""
import math
import select
from collections import namedtuple
from collections.abc import Mapping

EVENT_READ, EVENT_WRITE = 1, 2
SelectorKey = namedtuple("SelectorKey", ["fileobj", "fd", "events", "data"])


def _number(fileobj):
    if isinstance(fileobj, int):
        fd = fileobj
    else:
        try:
            fd = int(fileobj.fileno())
        except (AttributeError, TypeError, ValueError):
            raise ValueError("Invalid file object: %r" % (fileobj,)) from None
    if fd < 0:
        raise ValueError("Invalid file descriptor: %d" % fd)
    return fd


class _Map(Mapping):
    def __init__(self, selector):
        self._selector = selector

    def __len__(self):
        return len(self._selector._keys)

    def __getitem__(self, fileobj):
        try:
            return self._selector._keys[self._selector._find(fileobj)]
        except KeyError:
            raise KeyError("%r is not registered" % (fileobj,)) from None

    def __iter__(self):
        return iter(self._selector._keys)


class BaseSelector:
    def __init__(self):
        self._keys = {}
        self._map = _Map(self)

    def _find(self, fileobj):
        """The number, also of a file that has been closed since."""
        try:
            return _number(fileobj)
        except ValueError:
            for key in self._keys.values():
                if key.fileobj is fileobj:
                    return key.fd
            raise

    def register(self, fileobj, events, data=None):
        if not events or events & ~(EVENT_READ | EVENT_WRITE):
            raise ValueError("Invalid events: %r" % (events,))
        key = SelectorKey(fileobj, self._find(fileobj), events, data)
        if key.fd in self._keys:
            raise KeyError("%r (FD %d) is already registered" % (fileobj, key.fd))
        self._keys[key.fd] = key
        return key

    def unregister(self, fileobj):
        try:
            return self._keys.pop(self._find(fileobj))
        except KeyError:
            raise KeyError("%r is not registered" % (fileobj,)) from None

    def modify(self, fileobj, events, data=None):
        try:
            key = self._keys[self._find(fileobj)]
        except KeyError:
            raise KeyError("%r is not registered" % (fileobj,)) from None
        if events != key.events:
            self.unregister(fileobj)
            return self.register(fileobj, events, data)
        if data != key.data:
            key = key._replace(data=data)
            self._keys[key.fd] = key
        return key

    def get_key(self, fileobj):
        if self._map is None:
            raise RuntimeError("Selector is closed")
        return self._map[fileobj]

    def get_map(self):
        return self._map

    def close(self):
        self._keys.clear()
        self._map = None

    def __enter__(self):
        return self

    def __exit__(self, *error):
        self.close()


class SelectSelector(BaseSelector):
    def select(self, timeout=None):
        readers = [fd for fd, key in self._keys.items() if key.events & EVENT_READ]
        writers = [fd for fd, key in self._keys.items() if key.events & EVENT_WRITE]
        timeout = None if timeout is None else max(timeout, 0)
        if not readers and not writers and timeout is not None:
            import time
            time.sleep(timeout)
            return []
        readable, writable, _ = select.select(readers, writers, [], timeout)
        readable, writable = set(readable), set(writable)
        found = []
        for fd, key in list(self._keys.items()):
            events = (fd in readable) * EVENT_READ | (fd in writable) * EVENT_WRITE
            if events & key.events:
                found.append((key, events & key.events))
        return found


class PollSelector(BaseSelector):
    def select(self, timeout=None):
        poller = select.poll()
        for fd, key in self._keys.items():
            poller.register(fd, (key.events & EVENT_READ and select.POLLIN)
                            | (key.events & EVENT_WRITE and select.POLLOUT))
        wait = None if timeout is None else 0 if timeout <= 0 else math.ceil(timeout * 1000)
        found = []
        for fd, bits in poller.poll(wait):
            key = self._keys.get(fd)
            events = (EVENT_WRITE if bits & ~select.POLLIN else 0) | (
                EVENT_READ if bits & ~select.POLLOUT else 0)
            if key and events & key.events:
                found.append((key, events & key.events))
        return found


if hasattr(select, "poll"):
    DefaultSelector = PollSelector
else:
    del PollSelector
    DefaultSelector = SelectSelector
