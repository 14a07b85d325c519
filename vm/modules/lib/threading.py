"""Threads over the native module _thread: Thread, Condition, Event, Semaphore, Barrier, Timer, local.

Written in the language itself, as CPython's is, so that what these classes cost is what Python code costs.
"""
import _thread
from time import monotonic as _monotonic

_start_new_thread = _thread.start_new_thread
_allocate_lock = _thread.allocate_lock
get_ident = _thread.get_ident
get_native_id = _thread.get_native_id
ThreadError = _thread.error
TIMEOUT_MAX = _thread.TIMEOUT_MAX
Lock = _thread.allocate_lock
RLock = _thread.RLock

_table_lock = _allocate_lock()
_active = {}
_counter = 0


def _next_number():
    global _counter
    with _table_lock:
        _counter += 1
        return _counter


class Condition:
    """Waiters queue up, each with a lock of its own that notify() releases."""

    def __init__(self, lock=None):
        if lock is None:
            lock = RLock()
        self._lock = lock
        self.acquire = lock.acquire
        self.release = lock.release
        self._reentrant = hasattr(lock, "_release_save")
        self._waiters = []

    def __enter__(self):
        return self._lock.__enter__()

    def __exit__(self, *args):
        return self._lock.__exit__(*args)

    def __repr__(self):
        return "<Condition(%s, %d)>" % (self._lock, len(self._waiters))

    def _is_owned(self):
        if self._reentrant:
            return self._lock._is_owned()
        if self._lock.acquire(False):
            self._lock.release()
            return False
        return True

    def wait(self, timeout=None):
        if not self._is_owned():
            raise RuntimeError("cannot wait on un-acquired lock")
        waiter = _allocate_lock()
        waiter.acquire()
        self._waiters.append(waiter)
        if self._reentrant:
            saved = self._lock._release_save()
        else:
            saved = None
            self._lock.release()
        got_it = False
        try:
            if timeout is None:
                waiter.acquire()
                got_it = True
            elif timeout > 0:
                got_it = waiter.acquire(True, timeout)
            else:
                got_it = waiter.acquire(False)
            return got_it
        finally:
            if self._reentrant:
                self._lock._acquire_restore(saved)
            else:
                self._lock.acquire()
            if not got_it:
                try:
                    self._waiters.remove(waiter)
                except ValueError:
                    pass

    def wait_for(self, predicate, timeout=None):
        end = None
        remaining = timeout
        result = predicate()
        while not result:
            if remaining is not None:
                if end is None:
                    end = _monotonic() + remaining
                else:
                    remaining = end - _monotonic()
                    if remaining <= 0:
                        break
            self.wait(remaining)
            result = predicate()
        return result

    def notify(self, n=1):
        if not self._is_owned():
            raise RuntimeError("cannot notify on un-acquired lock")
        waiters = self._waiters
        while waiters and n > 0:
            waiter = waiters.pop(0)
            waiter.release()
            n -= 1

    def notify_all(self):
        self.notify(len(self._waiters))

    notifyAll = notify_all


class Semaphore:
    def __init__(self, value=1):
        if value < 0:
            raise ValueError("semaphore initial value must be >= 0")
        self._cond = Condition(Lock())
        self._value = value

    def acquire(self, blocking=True, timeout=None):
        if not blocking and timeout is not None:
            raise ValueError("can't specify timeout for non-blocking acquire")
        end = None
        with self._cond:
            while self._value == 0:
                if not blocking:
                    return False
                if timeout is not None:
                    if end is None:
                        end = _monotonic() + timeout
                    else:
                        timeout = end - _monotonic()
                        if timeout <= 0:
                            return False
                self._cond.wait(timeout)
            self._value -= 1
            return True

    __enter__ = acquire

    def release(self, n=1):
        if n < 1:
            raise ValueError("n must be one or more")
        with self._cond:
            self._value += n
            self._cond.notify(n)

    def __exit__(self, t, v, tb):
        self.release()


class BoundedSemaphore(Semaphore):
    def __init__(self, value=1):
        Semaphore.__init__(self, value)
        self._initial_value = value

    def release(self, n=1):
        if n < 1:
            raise ValueError("n must be one or more")
        with self._cond:
            if self._value + n > self._initial_value:
                raise ValueError("Semaphore released too many times")
            self._value += n
            self._cond.notify(n)


class Event:
    def __init__(self):
        self._cond = Condition(Lock())
        self._flag = False

    def __repr__(self):
        status = "set" if self._flag else "unset"
        return "<threading.Event at %#x: %s>" % (id(self), status)

    def is_set(self):
        return self._flag

    isSet = is_set

    def set(self):
        with self._cond:
            self._flag = True
            self._cond.notify_all()

    def clear(self):
        with self._cond:
            self._flag = False

    def wait(self, timeout=None):
        with self._cond:
            signaled = self._flag
            if not signaled:
                signaled = self._cond.wait(timeout)
                if timeout is None:
                    while not self._flag:
                        self._cond.wait()
                    signaled = True
            return signaled


class BrokenBarrierError(RuntimeError):
    pass


class Barrier:
    """States: 0 filling, 1 draining, -1 resetting, -2 broken."""

    def __init__(self, parties, action=None, timeout=None):
        if parties < 1:
            raise ValueError("parties must be > 0")
        self._cond = Condition(Lock())
        self._action = action
        self._timeout = timeout
        self._parties = parties
        self._state = 0
        self._count = 0

    def wait(self, timeout=None):
        if timeout is None:
            timeout = self._timeout
        with self._cond:
            while self._state in (-1, 1):
                self._cond.wait()
            if self._state < 0:
                raise BrokenBarrierError
            index = self._count
            self._count += 1
            try:
                if index + 1 == self._parties:
                    self._open()
                else:
                    self._wait(timeout)
                return index
            finally:
                self._count -= 1
                if self._count == 0 and self._state in (-1, 1):
                    self._state = 0
                    self._cond.notify_all()

    def _open(self):
        try:
            if self._action:
                self._action()
            self._state = 1
            self._cond.notify_all()
        except:
            self._break()
            raise

    def _wait(self, timeout):
        if not self._cond.wait_for(lambda: self._state != 0, timeout):
            self._break()
            raise BrokenBarrierError
        if self._state < 0:
            raise BrokenBarrierError

    def _break(self):
        self._state = -2
        self._cond.notify_all()

    def reset(self):
        with self._cond:
            if self._count > 0:
                if self._state != 1:
                    self._state = -1
            else:
                self._state = 0
            self._cond.notify_all()

    def abort(self):
        with self._cond:
            self._break()

    @property
    def parties(self):
        return self._parties

    @property
    def n_waiting(self):
        return self._count if self._state == 0 else 0

    @property
    def broken(self):
        return self._state == -2


class ExceptHookArgs:
    def __init__(self, exc_type, exc_value, exc_traceback, thread):
        self.exc_type = exc_type
        self.exc_value = exc_value
        self.exc_traceback = exc_traceback
        self.thread = thread


def excepthook(args):
    if args.exc_type is SystemExit:
        return
    name = args.thread.name if args.thread is not None else get_ident()
    try:
        raise args.exc_value
    except BaseException:
        _thread._excepthook_print(name)


__excepthook__ = excepthook


class Thread:
    _initialized = False

    def __init__(self, group=None, target=None, name=None, args=(), kwargs=None, *, daemon=None):
        if group is not None:
            raise AssertionError("group argument must be None for now")
        if kwargs is None:
            kwargs = {}
        if name is None:
            name = "Thread-%d" % _next_number()
            if target is not None:
                function_name = getattr(target, "__name__", None)
                if function_name:
                    name = "%s (%s)" % (name, function_name)
        self._target = target
        self._name = str(name)
        self._args = args
        self._kwargs = kwargs
        if daemon is None:
            daemon = current_thread()._daemonic
        self._daemonic = bool(daemon)
        self._ident = None
        self._native_id = None
        self._begun = None
        self._done_lock = None
        self._stopped = False
        self._initialized = True

    def __repr__(self):
        status = "initial"
        if self._ident is not None:
            status = "started"
        if self._stopped:
            status = "stopped"
        if self._daemonic:
            status += " daemon"
        if self._ident is not None:
            status += " %s" % self._ident
        return "<%s(%s, %s)>" % (self.__class__.__name__, self._name, status)

    def start(self):
        if not self._initialized:
            raise RuntimeError("thread.__init__() not called")
        if self._begun is not None:
            raise RuntimeError("threads can only be started once")
        self._begun = _allocate_lock()
        self._begun.acquire()
        self._done_lock = _allocate_lock()
        self._done_lock.acquire()
        try:
            _start_new_thread(self._bootstrap, ())
        except Exception:
            self._begun = None
            raise
        # The new thread says when it is in the table.
        self._begun.acquire()

    def run(self):
        try:
            if self._target is not None:
                self._target(*self._args, **self._kwargs)
        finally:
            del self._target, self._args, self._kwargs

    def _bootstrap(self):
        ident = get_ident()
        self._ident = ident
        self._native_id = get_native_id()
        _thread._set_daemon(self._daemonic)
        _thread._set_name(self._name)
        with _table_lock:
            _active[ident] = self
        self._begun.release()
        try:
            self.run()
        except SystemExit:
            pass
        except BaseException as error:
            self._report(error)
        finally:
            with _table_lock:
                _active.pop(ident, None)
            self._stopped = True
            self._done_lock.release()

    def _report(self, error):
        hook = excepthook
        if hook is __excepthook__:
            _thread._excepthook_print(self._name)
        else:
            hook(ExceptHookArgs(type(error), error, error.__traceback__, self))

    def join(self, timeout=None):
        if not self._initialized:
            raise RuntimeError("Thread.__init__() not called")
        if self._begun is None and not self._stopped and self._ident is None:
            raise RuntimeError("cannot join thread before it is started")
        if self is current_thread():
            raise RuntimeError("cannot join current thread")
        if self._stopped and self._done_lock is None:
            return
        if timeout is None:
            got = self._done_lock.acquire()
        else:
            got = self._done_lock.acquire(True, max(timeout, 0))
        if got:
            self._done_lock.release()

    def is_alive(self):
        return self._ident is not None and not self._stopped

    @property
    def name(self):
        return self._name

    @name.setter
    def name(self, name):
        self._name = str(name)

    @property
    def ident(self):
        return self._ident

    @property
    def native_id(self):
        return self._native_id

    @property
    def daemon(self):
        return self._daemonic

    @daemon.setter
    def daemon(self, daemonic):
        if self._begun is not None:
            raise RuntimeError("cannot set daemon status of active thread")
        self._daemonic = bool(daemonic)

    def isDaemon(self):
        return self.daemon

    def setDaemon(self, daemonic):
        self.daemon = daemonic

    def getName(self):
        return self.name

    def setName(self, name):
        self.name = name


class Timer(Thread):
    def __init__(self, interval, function, args=None, kwargs=None):
        Thread.__init__(self)
        self.interval = interval
        self.function = function
        self.args = args if args is not None else []
        self.kwargs = kwargs if kwargs is not None else {}
        self.finished = Event()

    def cancel(self):
        self.finished.set()

    def run(self):
        self.finished.wait(self.interval)
        if not self.finished.is_set():
            self.function(*self.args, **self.kwargs)
        self.finished.set()


class _MainThread(Thread):
    def __init__(self):
        self._target = None
        self._name = "MainThread"
        self._args = ()
        self._kwargs = {}
        self._daemonic = False
        self._ident = get_ident()
        self._native_id = get_native_id()
        self._begun = _allocate_lock()
        self._done_lock = _allocate_lock()
        self._done_lock.acquire()
        self._stopped = False
        self._initialized = True
        _active[self._ident] = self


class _DummyThread(Thread):
    """Stands for a thread that _thread started."""

    def __init__(self):
        self._target = None
        self._name = "Dummy-%d" % _next_number()
        self._daemonic = True
        self._ident = get_ident()
        self._native_id = get_native_id()
        self._begun = _allocate_lock()
        self._done_lock = None
        self._stopped = False
        self._initialized = True
        with _table_lock:
            _active[self._ident] = self


class local:
    """Attributes that each thread has for itself."""

    def __init__(self, *args, **kwargs):
        object.__setattr__(self, "_threads", {})

    def _own(self):
        threads = object.__getattribute__(self, "_threads")
        ident = get_ident()
        own = threads.get(ident)
        if own is None:
            own = threads[ident] = {}
        return own

    def __getattribute__(self, name):
        if name == "__dict__":
            return object.__getattribute__(self, "_own")()
        if name == "_own" or name == "__class__":
            return object.__getattribute__(self, name)
        own = object.__getattribute__(self, "_own")()
        if name in own:
            return own[name]
        try:
            return object.__getattribute__(self, name)
        except AttributeError:
            raise AttributeError("'%s' object has no attribute '%s'" % (type(self).__name__, name)) from None

    def __setattr__(self, name, value):
        self._own()[name] = value

    def __delattr__(self, name):
        own = self._own()
        if name not in own:
            raise AttributeError(name)
        del own[name]


def current_thread():
    thread = _active.get(get_ident())
    if thread is None:
        thread = _DummyThread()
    return thread


currentThread = current_thread


def main_thread():
    return _main_thread


def active_count():
    with _table_lock:
        return len(_active)


activeCount = active_count


def enumerate():
    with _table_lock:
        return list(_active.values())


def stack_size(size=0):
    return _thread.stack_size(size)


def settrace(function):
    pass


def setprofile(function):
    pass


def _shutdown():
    """Called at the end of the program: waits for every thread that is not a daemon."""
    _main_thread._stopped = True
    while True:
        waiting = [t for t in enumerate() if not t._daemonic and t is not _main_thread]
        if not waiting:
            return
        for thread in waiting:
            thread.join()


_main_thread = _MainThread()
