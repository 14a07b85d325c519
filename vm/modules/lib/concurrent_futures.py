"""Calls that run in a pool of threads, and their results to come (PEP 3148)."""
import collections
import itertools
import os
import queue
import threading
import time

_GenericAlias = type(list[int])

FIRST_COMPLETED = "FIRST_COMPLETED"
FIRST_EXCEPTION = "FIRST_EXCEPTION"
ALL_COMPLETED = "ALL_COMPLETED"

_PENDING = "PENDING"
_RUNNING = "RUNNING"
_CANCELLED = "CANCELLED"  # its waiters have not been told yet
_CANCELLED_AND_NOTIFIED = "CANCELLED_AND_NOTIFIED"
_FINISHED = "FINISHED"
_OVER = (_CANCELLED, _CANCELLED_AND_NOTIFIED, _FINISHED)
_TOLD = (_CANCELLED_AND_NOTIFIED, _FINISHED)

TimeoutError = TimeoutError


class Error(Exception):
    """The base of the errors of futures."""


class CancelledError(Error):
    """The future was cancelled."""


class InvalidStateError(Error):
    """The operation is not allowed in this state."""


class BrokenExecutor(RuntimeError):
    """An executor can do nothing any more."""


class BrokenThreadPool(BrokenExecutor):
    """An initializer of the pool has failed."""


DoneAndNotDoneFutures = collections.namedtuple("DoneAndNotDoneFutures", "done not_done")


class _Waiter:
    """Collects futures that end, until it has enough of them."""

    def __init__(self, until, missing):
        self.event = threading.Event()
        self.lock = threading.Lock()
        self.finished = []
        self.until = until
        self.missing = missing

    def add(self, future, failed):
        with self.lock:
            self.finished.append(future)
            self.missing -= 1
            if (self.until == FIRST_COMPLETED or self.missing <= 0
                    or (failed and self.until == FIRST_EXCEPTION)):
                self.event.set()


class Future:
    """The result to come of a call."""

    __class_getitem__ = classmethod(_GenericAlias)

    def __init__(self):
        self._condition = threading.Condition()
        self._state = _PENDING
        self._result = None
        self._exception = None
        self._waiters = []
        self._done_callbacks = []

    def __repr__(self):
        with self._condition:
            state = "cancelled" if self._state in (_CANCELLED, _CANCELLED_AND_NOTIFIED) else self._state.lower()
            more = ""
            if self._state == _FINISHED:
                if self._exception:
                    more = " raised %s" % type(self._exception).__name__
                else:
                    more = " returned %s" % type(self._result).__name__
            return "<%s at %#x state=%s%s>" % (type(self).__name__, id(self), state, more)

    def _run_callbacks(self):
        for callback in self._done_callbacks:
            self._run_callback(callback)

    def _run_callback(self, callback):
        try:
            callback(self)
        except Exception:
            import sys
            import traceback
            print("exception calling callback for %r" % self, file=sys.stderr)
            traceback.print_exc()

    def cancel(self):
        """Cancels the call unless it runs or has ended; says whether it is cancelled."""
        with self._condition:
            if self._state in (_RUNNING, _FINISHED):
                return False
            if self._state in (_CANCELLED, _CANCELLED_AND_NOTIFIED):
                return True
            self._state = _CANCELLED
            self._condition.notify_all()
        self._run_callbacks()
        return True

    def cancelled(self):
        with self._condition:
            return self._state in (_CANCELLED, _CANCELLED_AND_NOTIFIED)

    def running(self):
        with self._condition:
            return self._state == _RUNNING

    def done(self):
        with self._condition:
            return self._state in _OVER

    def add_done_callback(self, fn):
        """Calls fn(self) when the future ends, or at once if it has."""
        with self._condition:
            if self._state not in _OVER:
                self._done_callbacks.append(fn)
                return
        self._run_callback(fn)

    def _await_end(self, timeout):
        if self._state not in _OVER:
            self._condition.wait(timeout)
        if self._state in (_CANCELLED, _CANCELLED_AND_NOTIFIED):
            raise CancelledError()
        if self._state != _FINISHED:
            raise TimeoutError()

    def result(self, timeout=None):
        """What the call has returned; raises what it has raised."""
        try:
            with self._condition:
                self._await_end(timeout)
                if self._exception:
                    raise self._exception
                return self._result
        finally:
            self = None

    def exception(self, timeout=None):
        """What the call has raised; None: nothing."""
        with self._condition:
            self._await_end(timeout)
            return self._exception

    # For executors.
    def set_running_or_notify_cancel(self):
        with self._condition:
            if self._state == _CANCELLED:
                self._state = _CANCELLED_AND_NOTIFIED
                for waiter in self._waiters:
                    waiter.add(self, False)
                return False
            if self._state == _PENDING:
                self._state = _RUNNING
                return True
            raise RuntimeError("Future in unexpected state")

    def _finish(self, result, exception):
        with self._condition:
            if self._state in _OVER:
                raise InvalidStateError("%s: %r" % (self._state, self))
            self._result = result
            self._exception = exception
            self._state = _FINISHED
            for waiter in self._waiters:
                waiter.add(self, exception is not None)
            self._condition.notify_all()
        self._run_callbacks()

    def set_result(self, result):
        self._finish(result, None)

    def set_exception(self, exception):
        self._finish(None, exception)


def _watch(futures, until):
    """A waiter that all of the futures know, and those that have ended already."""
    done = set()
    waiter = _Waiter(until, 0)
    with waiter.lock:  # what ends meanwhile is added afterwards
        for future in futures:
            with future._condition:
                if future._state in _TOLD:
                    done.add(future)
                else:
                    future._waiters.append(waiter)
                    waiter.missing += 1
    return waiter, done


def _unwatch(futures, waiter):
    for future in futures:
        with future._condition:
            if waiter in future._waiters:
                future._waiters.remove(waiter)


def wait(fs, timeout=None, return_when=ALL_COMPLETED):
    """Waits for futures: two sets, of those that have ended and of the others."""
    futures = set(fs)
    waiter, done = _watch(futures, return_when)
    enough = len(done) == len(futures)
    if return_when == FIRST_COMPLETED and done:
        enough = True
    if return_when == FIRST_EXCEPTION and any(
            not f.cancelled() and f.exception() is not None for f in done):
        enough = True
    if not enough:
        if return_when not in (FIRST_COMPLETED, FIRST_EXCEPTION, ALL_COMPLETED):
            _unwatch(futures, waiter)
            raise ValueError("Invalid return condition: %r" % (return_when,))
        waiter.event.wait(timeout)
    _unwatch(futures - done, waiter)
    done.update(waiter.finished)
    return DoneAndNotDoneFutures(done, futures - done)


def as_completed(fs, timeout=None):
    """Gives the futures as they end."""
    end = None if timeout is None else time.monotonic() + timeout
    futures = set(fs)
    total = len(futures)
    waiter, done = _watch(futures, FIRST_COMPLETED)
    pending = futures - done
    try:
        while done:
            yield done.pop()
        while pending:
            left = None
            if end is not None:
                left = end - time.monotonic()
                if left < 0:
                    raise TimeoutError("%d (of %d) futures unfinished" % (len(pending), total))
            waiter.event.wait(left)
            with waiter.lock:
                finished = waiter.finished
                waiter.finished = []
                waiter.event.clear()
            for future in finished:
                pending.discard(future)
                _unwatch([future], waiter)
                yield future
    finally:
        _unwatch(futures, waiter)


class Executor:
    """What runs calls; the base of the kinds of it."""

    def submit(self, fn, /, *args, **kwargs):
        raise NotImplementedError()

    def map(self, fn, *iterables, timeout=None, chunksize=1):
        """The results of fn, in the order of the arguments. All calls are submitted at once."""
        end = None if timeout is None else time.monotonic() + timeout
        futures = [self.submit(fn, *args) for args in zip(*iterables)]

        def results():
            try:
                futures.reverse()
                while futures:
                    future = futures.pop()
                    try:
                        if end is None:
                            result = future.result()
                        else:
                            result = future.result(end - time.monotonic())
                    finally:
                        future.cancel()
                    yield result
            finally:
                for future in futures:
                    future.cancel()
        return results()

    def shutdown(self, wait=True, *, cancel_futures=False):
        pass

    def __enter__(self):
        return self

    def __exit__(self, kind, value, traceback):
        self.shutdown(wait=True)
        return False


class _Work:
    """A call to be made, and the future that waits for its outcome."""

    def __init__(self, future, *call):
        self.future, self._call = future, call

    def run(self):
        future, (fn, args, kwargs) = self.future, self._call
        if future.set_running_or_notify_cancel():
            try:
                outcome = fn(*args, **kwargs)
            except BaseException as error:
                future.set_exception(error)
                del self, future  # breaks a cycle with the exception
            else:
                future.set_result(outcome)


_ending = False  # the program ends: no more calls, and workers go home
_queues = {}  # thread: its work queue
_ending_lock = threading.Lock()


def _end_all():
    global _ending
    with _ending_lock:
        _ending = True
    items = list(_queues.items())
    for _, work in items:
        work.put(None)
    for thread, _ in items:
        thread.join()


threading._register_atexit(_end_all)


def _work(pool):
    if pool._initializer is not None:
        try:
            pool._initializer(*pool._initargs)
        except BaseException:
            import sys
            import traceback
            print("Exception in initializer:", file=sys.stderr)
            traceback.print_exc()
            pool._break()
            return
    work = pool._work_queue
    while True:
        try:
            item = work.get_nowait()
        except queue.Empty:
            pool._idle.release()
            item = work.get()
        if item is None:
            if _ending or pool._shutdown:
                pool._shutdown = True
                work.put(None)  # for the next one
                return
            continue
        item.run()
        del item


class ThreadPoolExecutor(Executor):
    """Runs calls in up to max_workers threads, started when there is work for them."""

    _numbers = itertools.count()

    def __init__(self, max_workers=None, thread_name_prefix="", initializer=None, initargs=()):
        wanted = min(32, (os.cpu_count() or 1) + 4) if max_workers is None else max_workers
        if wanted <= 0:
            raise ValueError("max_workers must be greater than 0")
        if not (initializer is None or callable(initializer)):
            raise TypeError("initializer must be a callable")
        self._max_workers = wanted
        self._work_queue = queue.SimpleQueue()
        self._idle = threading.Semaphore(0)
        self._threads = set()
        self._broken = False
        self._shutdown = False
        self._shutdown_lock = threading.Lock()
        self._thread_name_prefix = thread_name_prefix or "ThreadPoolExecutor-%d" % next(self._numbers)
        self._initializer = initializer
        self._initargs = initargs

    def submit(self, fn, /, *args, **kwargs):
        with self._shutdown_lock, _ending_lock:
            if self._broken:
                raise BrokenThreadPool(self._broken)
            if self._shutdown:
                raise RuntimeError("cannot schedule new futures after shutdown")
            if _ending:
                raise RuntimeError("cannot schedule new futures after interpreter shutdown")
            future = Future()
            self._work_queue.put(_Work(future, fn, args, kwargs))
            if not self._idle.acquire(timeout=0) and len(self._threads) < self._max_workers:
                self._start_one()
            return future

    def _start_one(self):
        name = "%s_%d" % (self._thread_name_prefix, len(self._threads))
        thread = threading.Thread(target=_work, name=name, args=(self,))
        thread.start()
        self._threads.add(thread)
        _queues[thread] = self._work_queue

    def _break(self):
        with self._shutdown_lock:
            self._broken = ("A thread initializer failed, the thread pool "
                            "is not usable anymore")
            self._drop_waiting(lambda future: future.set_exception(BrokenThreadPool(self._broken)))

    def _drop_waiting(self, end):
        while True:
            try:
                item = self._work_queue.get_nowait()
            except queue.Empty:
                return
            if item is not None:
                end(item.future)

    def shutdown(self, wait=True, *, cancel_futures=False):
        with self._shutdown_lock:
            self._shutdown = True
            if cancel_futures:
                self._drop_waiting(lambda future: future.cancel())
            self._work_queue.put(None)
        if wait:
            for thread in self._threads:
                thread.join()
