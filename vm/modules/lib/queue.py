"""Queues between threads: Queue, LifoQueue, PriorityQueue, SimpleQueue."""
from _collections import deque as _deque
from threading import Condition, Lock
from time import monotonic as _monotonic

_GenericAlias = type(list[int])


class Empty(Exception):
    """There is nothing to get."""

    __module__ = "_queue"


class Full(Exception):
    """There is no room to put something."""


class _Line:
    """First in, first out: a list whose front moves and is cut off from time to time."""

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
        items, head = self._items, self._head
        item = items[head]
        items[head] = None
        head += 1
        if head > 64 and head * 2 > len(items):
            del items[:head]
            head = 0
        self._head = head
        return item


def _check(timeout):
    if timeout < 0:
        raise ValueError("'timeout' must be a non-negative number")


def _wait_until(ready, condition, block, timeout, failure):
    """Waits, with the condition's lock held, until ready() is true, or raises failure."""
    if not block:
        raise failure
    if timeout is None:
        while not ready():
            condition.wait()
        return
    _check(timeout)
    end = _monotonic() + timeout
    while not ready():
        left = end - _monotonic()
        if left <= 0:
            raise failure
        condition.wait(left)


class Queue(_Line):
    """Kinds of queue differ in _init, _qsize, _put and _get, which are called with the mutex held.

    The three conditions share the mutex, so taking that is enough, and a condition for which nobody
    waits need not be notified.
    """

    __class_getitem__ = classmethod(_GenericAlias)

    def __init__(self, maxsize=0):
        self.maxsize = maxsize
        self._init(maxsize)
        self.unfinished_tasks = 0
        self.mutex = mutex = Lock()
        self.not_empty, self.not_full = Condition(mutex), Condition(mutex)
        self.all_tasks_done = Condition(mutex)

    # ---- putting and getting
    def put(self, item, block=True, timeout=None):
        with self.mutex:
            if self.maxsize > 0:
                if self._qsize() >= self.maxsize:
                    _wait_until(self._has_room, self.not_full, block, timeout, Full)
                elif block and timeout is not None:
                    _check(timeout)
            self._put(item)
            self.unfinished_tasks += 1
            if self.not_empty._line:
                self.not_empty.notify()

    def get(self, block=True, timeout=None):
        with self.mutex:
            if not self._qsize():
                _wait_until(self._qsize, self.not_empty, block, timeout, Empty)
            elif block and timeout is not None:
                _check(timeout)
            item = self._get()
            if self.not_full._line:
                self.not_full.notify()
            return item

    def put_nowait(self, item):
        return self.put(item, False)

    def get_nowait(self):
        return self.get(False)

    def _has_room(self):
        return self._qsize() < self.maxsize

    # ---- how much there is
    def qsize(self):
        with self.mutex:
            return self._qsize()

    def empty(self):
        return self.qsize() == 0

    def full(self):
        with self.mutex:
            return self.maxsize > 0 and not self._has_room()

    # ---- tasks: what was put and has not been declared done
    def task_done(self):
        with self.mutex:
            left = self.unfinished_tasks - 1
            if left < 0:
                raise ValueError("task_done() called too many times")
            if left == 0:
                self.all_tasks_done.notify_all()
            self.unfinished_tasks = left

    def join(self):
        with self.mutex:
            self.all_tasks_done.wait_for(lambda: self.unfinished_tasks == 0)


class LifoQueue(Queue):
    """The item put last comes first."""

    def _qsize(self):
        return len(self._items)

    def _get(self):
        return self._items.pop()


class PriorityQueue(Queue):
    """The smallest item comes first."""

    def _init(self, maxsize):
        import heapq

        self._items = []
        self._push, self._pop = heapq.heappush, heapq.heappop

    def _qsize(self):
        return len(self._items)

    def _put(self, item):
        self._push(self._items, item)

    def _get(self):
        return self._pop(self._items)


class SimpleQueue:
    """Unbounded, first in first out, without task tracking. Holds no lock, so put() may come in
    the middle of any method on the same thread, as from a finalizer."""

    __class_getitem__ = classmethod(_GenericAlias)

    def __init__(self):
        self._items = _deque()
        self._waiting = _deque()  # of each thread that waits, a lock to be released

    def put(self, item, block=True, timeout=None):
        self._items.append(item)
        self._wake()

    def _wake(self):
        if self._waiting:
            try:
                waiter = self._waiting.popleft()
            except IndexError:  # another thread has woken it
                return
            waiter.release()

    def get(self, block=True, timeout=None):
        if timeout is not None:
            _check(timeout)
        end = None
        while True:
            if self._items:
                try:
                    return self._items.popleft()
                except IndexError:  # another thread was faster
                    continue
            if not block:
                raise Empty
            if timeout is None:
                self._wait(-1)
                continue
            now = _monotonic()
            if end is None:
                end = now + timeout
            if now >= end:
                raise Empty
            self._wait(end - now)

    def _wait(self, timeout):
        """Until put() wakes this thread, or there is an item, or the time is over."""
        waiter = Lock()
        waiter.acquire()
        self._waiting.append(waiter)
        woken = False
        try:
            if not self._items:
                woken = waiter.acquire(timeout=timeout)
        finally:
            if not woken:
                try:
                    self._waiting.remove(waiter)
                except ValueError:  # woken all the same: another may need it
                    self._wake()

    def put_nowait(self, item):
        return self.put(item)

    def get_nowait(self):
        return self.get(False)

    def empty(self):
        return not self._items

    def qsize(self):
        return len(self._items)
