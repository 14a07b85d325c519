"""Queues between threads: Queue, LifoQueue, PriorityQueue, SimpleQueue."""
from threading import Condition, Lock
from time import monotonic as _monotonic


class Empty(Exception):
    """There is nothing to get."""

    __module__ = "_queue"


class Full(Exception):
    """There is no room to put something."""


class Queue:
    def __init__(self, maxsize=0):
        self.maxsize = maxsize
        self._init(maxsize)
        self.mutex = Lock()
        self.not_empty = Condition(self.mutex)
        self.not_full = Condition(self.mutex)
        self.all_tasks_done = Condition(self.mutex)
        self.unfinished_tasks = 0

    # What the kinds of queue differ in. Here first in, first out: a list whose front moves and is
    # cut off from time to time.
    def _init(self, maxsize):
        self._items = []

    _head = 0

    @property
    def queue(self):
        """The items, first one first; for who holds the mutex."""
        if self._head:
            del self._items[: self._head]
            self._head = 0
        return self._items

    @queue.setter
    def queue(self, items):
        self._items = items
        self._head = 0

    def _qsize(self):
        return len(self._items) - self._head

    def _put(self, item):
        self._items.append(item)

    def _get(self):
        head = self._head
        item = self._items[head]
        self._items[head] = None
        head += 1
        if head > 64 and head * 2 > len(self._items):
            del self._items[:head]
            head = 0
        self._head = head
        return item

    def task_done(self):
        with self.all_tasks_done:
            unfinished = self.unfinished_tasks - 1
            if unfinished <= 0:
                if unfinished < 0:
                    raise ValueError("task_done() called too many times")
                self.all_tasks_done.notify_all()
            self.unfinished_tasks = unfinished

    def join(self):
        with self.all_tasks_done:
            while self.unfinished_tasks:
                self.all_tasks_done.wait()

    def qsize(self):
        with self.mutex:
            return self._qsize()

    def empty(self):
        with self.mutex:
            return not self._qsize()

    def full(self):
        with self.mutex:
            return 0 < self.maxsize <= self._qsize()

    def put(self, item, block=True, timeout=None):
        with self.not_full:
            if self.maxsize > 0:
                if not block:
                    if self._qsize() >= self.maxsize:
                        raise Full
                elif timeout is None:
                    while self._qsize() >= self.maxsize:
                        self.not_full.wait()
                elif timeout < 0:
                    raise ValueError("'timeout' must be a non-negative number")
                else:
                    end = _monotonic() + timeout
                    while self._qsize() >= self.maxsize:
                        remaining = end - _monotonic()
                        if remaining <= 0.0:
                            raise Full
                        self.not_full.wait(remaining)
            self._put(item)
            self.unfinished_tasks += 1
            self.not_empty.notify()

    def get(self, block=True, timeout=None):
        with self.not_empty:
            if not block:
                if not self._qsize():
                    raise Empty
            elif timeout is None:
                while not self._qsize():
                    self.not_empty.wait()
            elif timeout < 0:
                raise ValueError("'timeout' must be a non-negative number")
            else:
                end = _monotonic() + timeout
                while not self._qsize():
                    remaining = end - _monotonic()
                    if remaining <= 0.0:
                        raise Empty
                    self.not_empty.wait(remaining)
            item = self._get()
            self.not_full.notify()
            return item

    def put_nowait(self, item):
        return self.put(item, block=False)

    def get_nowait(self):
        return self.get(block=False)


class LifoQueue(Queue):
    """The item put last comes first."""

    def _qsize(self):
        return len(self._items)

    def _get(self):
        return self._items.pop()


class PriorityQueue(Queue):
    """The smallest item comes first: a binary heap, in which equal items move as in CPython's."""

    def _qsize(self):
        return len(self._items)

    def _put(self, item):
        items = self._items
        items.append(item)
        _rise(items, 0, len(items) - 1, item)

    def _get(self):
        items = self._items
        last = items.pop()
        if not items:
            return last
        smallest = items[0]
        # The hole at the top sinks to a leaf along the smaller children; the last item fills it
        # and rises.
        size = len(items)
        at = 0
        child = 1
        while child < size:
            other = child + 1
            if other < size and not items[child] < items[other]:
                child = other
            items[at] = items[child]
            at = child
            child = 2 * at + 1
        _rise(items, 0, at, last)
        return smallest


def _rise(items, top, at, item):
    """Puts item into the hole at `at`, or above it as far as it is smaller, but not above top."""
    while at > top:
        above = (at - 1) >> 1
        if not item < items[above]:
            break
        items[at] = items[above]
        at = above
    items[at] = item


class SimpleQueue:
    """Unbounded, first in first out, without task tracking."""

    def __init__(self):
        self._items = []
        self._head = 0
        self._filled = Condition(Lock())

    def put(self, item, block=True, timeout=None):
        with self._filled:
            self._items.append(item)
            self._filled.notify()

    def get(self, block=True, timeout=None):
        if timeout is not None and timeout < 0:
            raise ValueError("'timeout' must be a non-negative number")
        with self._filled:
            if not self.qsize():
                if not block or not self._filled.wait_for(self.qsize, timeout):
                    raise Empty
            return Queue._get(self)

    def put_nowait(self, item):
        return self.put(item)

    def get_nowait(self):
        return self.get(block=False)

    def empty(self):
        return self.qsize() == 0

    def qsize(self):
        return len(self._items) - self._head
