"""ThreadPool: calls run by a fixed number of threads, with the interface of a pool of processes."""
import itertools
import os
import queue
import threading
import time
from multiprocessing import TimeoutError

_GenericAlias = type(list[int])

_RUN, _CLOSE, _TERMINATE = "RUN", "CLOSE", "TERMINATE"


class AsyncResult:
    """A result to come."""

    __class_getitem__ = classmethod(_GenericAlias)

    def __init__(self, callback=None, error_callback=None):
        self._event = threading.Event()
        self._callback = callback
        self._error_callback = error_callback
        self._success = None
        self._value = None

    def ready(self):
        return self._event.is_set()

    def successful(self):
        if self.ready():
            return self._success
        raise ValueError("%r not ready" % (self,))

    def wait(self, timeout=None):
        self._event.wait(timeout)

    def get(self, timeout=None):
        if not self._event.wait(timeout):
            raise TimeoutError
        if not self._success:
            raise self._value
        return self._value

    def _set(self, success, value):
        self._success, self._value = success, value
        callback = self._callback if success else self._error_callback
        if callback:
            callback(value)
        self._event.set()


ApplyResult = AsyncResult


class MapResult(AsyncResult):
    """A list of results to come, computed in chunks."""

    def __init__(self, length, chunks, callback=None, error_callback=None):
        super().__init__(callback, error_callback)
        self._values = [None] * length
        self._left = chunks
        self._lock = threading.Lock()
        self._failed = None
        if chunks == 0:
            self._success, self._value = True, []
            self._event.set()

    def _set_chunk(self, first, success, values):
        with self._lock:
            self._left -= 1
            if success:
                self._values[first:first + len(values)] = values
            elif self._failed is None:
                self._failed = values
            if self._left > 0:
                return
        self._set(self._failed is None, self._values if self._failed is None else self._failed)


class IMapIterator:
    """Results in the order of their arguments."""

    def __init__(self):
        self._condition = threading.Condition()
        self._ready = {}
        self._next = 0
        self._length = None

    def __iter__(self):
        return self

    def _take(self):
        if self._next in self._ready:
            value = self._ready.pop(self._next)
            self._next += 1
            return value
        return None

    def next(self, timeout=None):
        with self._condition:
            item = self._take()
            while item is None:
                if self._next == self._length:
                    raise StopIteration from None
                if not self._condition.wait(timeout):
                    item = self._take()
                    if item is None:
                        raise TimeoutError from None
                else:
                    item = self._take()
        success, value = item
        if success:
            return value
        raise value

    __next__ = next

    def _set(self, index, success, value):
        with self._condition:
            self._ready[index] = (success, value)
            self._condition.notify()

    def _set_length(self, length):
        with self._condition:
            self._length = length
            self._condition.notify()


class IMapUnorderedIterator(IMapIterator):
    """Results as they come."""

    def _set(self, index, success, value):
        with self._condition:
            self._ready[self._next + len(self._ready)] = (success, value)
            self._condition.notify()


def _chunks(iterable, size):
    iterator = iter(iterable)
    while True:
        chunk = tuple(itertools.islice(iterator, size))
        if not chunk:
            return
        yield chunk


class ThreadPool:
    """processes threads that run calls until the pool is closed."""

    def __init__(self, processes=None, initializer=None, initargs=()):
        if processes is None:
            processes = os.cpu_count() or 1
        if processes < 1:
            raise ValueError("Number of processes must be at least 1")
        if initializer is not None and not callable(initializer):
            raise TypeError("initializer must be a callable")
        self._processes = processes
        self._tasks = queue.SimpleQueue()
        self._state = _RUN
        self._pool = []
        for number in range(processes):
            thread = threading.Thread(target=self._work, args=(initializer, initargs), daemon=True)
            self._pool.append(thread)
            thread.start()

    def __repr__(self):
        return "<%s.%s state=%s pool_size=%d>" % (
            type(self).__module__, type(self).__qualname__, self._state, len(self._pool))

    def _work(self, initializer, initargs):
        if initializer is not None:
            initializer(*initargs)
        while True:
            task = self._tasks.get()
            if task is None:
                return
            if self._state != _TERMINATE:
                task()
            task = None

    def _check_running(self):
        if self._state != _RUN:
            raise ValueError("Pool not running")

    # One call.
    def apply(self, func, args=(), kwds={}):
        return self.apply_async(func, args, kwds).get()

    def apply_async(self, func, args=(), kwds={}, callback=None, error_callback=None):
        self._check_running()
        result = AsyncResult(callback, error_callback)

        def task():
            try:
                value = func(*args, **kwds)
            except Exception as error:
                result._set(False, error)
            else:
                result._set(True, value)
        self._tasks.put(task)
        return result

    # A call for each item.
    def map(self, func, iterable, chunksize=None):
        return self._map(func, iterable, chunksize, False, None, None).get()

    def map_async(self, func, iterable, chunksize=None, callback=None, error_callback=None):
        return self._map(func, iterable, chunksize, False, callback, error_callback)

    def starmap(self, func, iterable, chunksize=None):
        return self._map(func, iterable, chunksize, True, None, None).get()

    def starmap_async(self, func, iterable, chunksize=None, callback=None, error_callback=None):
        return self._map(func, iterable, chunksize, True, callback, error_callback)

    def _map(self, func, iterable, chunksize, spread, callback, error_callback):
        self._check_running()
        items = iterable if hasattr(iterable, "__len__") else list(iterable)
        if chunksize is None:
            chunksize, rest = divmod(len(items), len(self._pool) * 4)
            if rest:
                chunksize += 1
        chunksize = max(1, chunksize)
        result = MapResult(len(items), -(-len(items) // chunksize), callback, error_callback)

        def submit(first, chunk):
            def task():
                try:
                    values = [func(*item) for item in chunk] if spread else [func(item) for item in chunk]
                except Exception as error:
                    result._set_chunk(first, False, error)
                else:
                    result._set_chunk(first, True, values)
            self._tasks.put(task)
        first = 0
        for chunk in _chunks(items, chunksize):
            submit(first, chunk)
            first += len(chunk)
        return result

    def imap(self, func, iterable, chunksize=1):
        return self._imap(func, iterable, chunksize, IMapIterator())

    def imap_unordered(self, func, iterable, chunksize=1):
        return self._imap(func, iterable, chunksize, IMapUnorderedIterator())

    def _imap(self, func, iterable, chunksize, results):
        self._check_running()
        if chunksize < 1:
            raise ValueError("Chunksize must be 1+, not {0}".format(chunksize))

        def feed():
            first = 0
            try:
                for chunk in _chunks(iterable, chunksize):
                    self._tasks.put(lambda first=first, chunk=chunk: run(first, chunk))
                    first += len(chunk)
            except Exception as error:
                results._set(first, False, error)
                first += 1
            results._set_length(first)

        def run(first, chunk):
            for offset, item in enumerate(chunk):
                try:
                    value = func(item)
                except Exception as error:
                    results._set(first + offset, False, error)
                else:
                    results._set(first + offset, True, value)
        threading.Thread(target=feed, daemon=True).start()
        return results

    # The end.
    def close(self):
        if self._state == _RUN:
            self._state = _CLOSE
            for _ in self._pool:
                self._tasks.put(None)

    def terminate(self):
        self.close()
        self._state = _TERMINATE

    def join(self):
        if self._state == _RUN:
            raise ValueError("Pool is still running")
        for thread in self._pool:
            thread.join()

    def __enter__(self):
        self._check_running()
        return self

    def __exit__(self, kind, value, traceback):
        self.terminate()


Pool = ThreadPool
