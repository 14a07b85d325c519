"""Threads over _thread: Thread, Condition, Event, Semaphore, Barrier, Timer, local.

Written in the language itself, as CPython's is, so that what these classes cost is what Python
code costs.
"""
import _thread
import sys
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
        # A re-entrant lock gives all its levels up at once and knows its owner; a plain one is
        # taken to be held by the caller if it is held at all.
        if hasattr(lock, "_release_save"):
            self._release_save = lock._release_save
            self._acquire_restore = lock._acquire_restore
            self._is_owned = lock._is_owned
        else:
            self._release_save = lock.release
            self._is_owned = lock.locked
        self._waiters = []

    def __enter__(self):
        return self._lock.__enter__()

    def __exit__(self, *args):
        return self._lock.__exit__(*args)

    def __repr__(self):
        return "<Condition(%s, %d)>" % (self._lock, len(self._waiters))

    def wait(self, timeout=None):
        if not self._is_owned():
            raise RuntimeError("cannot wait on un-acquired lock")
        waiter = _allocate_lock()
        waiter.acquire()
        self._waiters.append(waiter)
        saved = self._release_save()
        notified = False
        try:
            if timeout is None:
                notified = waiter.acquire()
            elif timeout > 0:
                notified = waiter.acquire(True, timeout)
            else:
                notified = waiter.acquire(False)
            return notified
        finally:
            if saved is None:
                self.acquire()
            else:
                self._acquire_restore(saved)
            if not notified:
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
        if waiters:
            woken = waiters[:n]
            del waiters[:n]
            for waiter in woken:
                waiter.release()

    def notify_all(self):
        self.notify(len(self._waiters))

    notifyAll = notify_all


class Semaphore:
    def __init__(self, value=1):
        if value < 0:
            raise ValueError("semaphore initial value must be >= 0")
        self._cond = Condition(Lock())
        self._value = value

    def __repr__(self):
        kind = type(self).__qualname__
        return "<threading.%s at %#x: value=%d>" % (kind, id(self), self._value)

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
            return self._flag or self._cond.wait(timeout)


class BrokenBarrierError(RuntimeError):
    pass


class Barrier:
    """A place where a number of threads wait for each other.

    States: 0 filling, 1 draining, -1 resetting, -2 broken.
    """

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
    """What excepthook gets to see of an exception that ended a thread."""

    def __init__(self, args):
        self.exc_type, self.exc_value, self.exc_traceback, self.thread = args


def excepthook(args):
    """Prints the exception that ended a thread, unless it is SystemExit."""
    if args.exc_type is SystemExit:
        return
    name = args.thread.name if args.thread is not None else get_ident()
    if sys.exc_info()[1] is args.exc_value:
        _thread._excepthook_print(name)
        return
    try:
        raise args.exc_value
    except BaseException:
        _thread._excepthook_print(name)


__excepthook__ = excepthook


class Thread:
    _initialized = False
    _locals = ()

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
        self._locals = []
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
            for state in self._locals:
                state.dicts.pop(ident, None)
            with _table_lock:
                _active.pop(ident, None)
            self._stopped = True
            self._done_lock.release()

    def _report(self, error):
        if not isinstance(error, SystemExit):
            _thread._thread_failed()
        try:
            excepthook(ExceptHookArgs((type(error), error, error.__traceback__, self)))
        except BaseException:
            _thread._excepthook_print(self._name)

    def join(self, timeout=None):
        if not self._initialized:
            raise RuntimeError("Thread.__init__() not called")
        if self._begun is None:
            raise RuntimeError("cannot join thread before it is started")
        if self is current_thread():
            raise RuntimeError("cannot join current thread")
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
        if not self._initialized:
            raise RuntimeError("Thread.__init__() not called")
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
        self._locals = []
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
        self._locals = []
        self._initialized = True
        with _table_lock:
            _active[self._ident] = self

    def join(self, timeout=None):
        raise RuntimeError("cannot join a dummy thread")

    def is_alive(self):
        return True


class _LocalState:
    """The dictionaries of one local by thread, and the arguments of __init__ for each of them."""

    def __init__(self, args, kwargs):
        self.args = args
        self.kwargs = kwargs
        self.dicts = {}

    def add(self, ident):
        own = self.dicts[ident] = {}
        # The thread's end forgets its dictionary, since idents are used again.
        thread = _active.get(ident)
        if thread is not None:
            thread._locals.append(self)
        return own


def _own_dict(instance):
    state = object.__getattribute__(instance, "_local__state")
    ident = get_ident()
    own = state.dicts.get(ident)
    if own is None:
        own = state.add(ident)
        type(instance).__init__(instance, *state.args, **state.kwargs)
    return own


def _has_setter(instance, name):
    attribute = getattr(type(instance), name, None)
    return attribute is not None and hasattr(type(attribute), "__set__")


class local:
    """An object whose attributes each thread has for itself."""

    def __new__(cls, *args, **kwargs):
        if (args or kwargs) and cls.__init__ is object.__init__:
            raise TypeError("Initialization arguments are not supported")
        self = object.__new__(cls)
        state = _LocalState(args, kwargs)
        object.__setattr__(self, "_local__state", state)
        # __init__ follows for the thread that makes the object.
        state.add(get_ident())
        return self

    def __getattribute__(self, name):
        own = _own_dict(self)
        if name in own:
            return own[name]
        if name == "__dict__":
            return own
        try:
            return object.__getattribute__(self, name)
        except AttributeError:
            if type(self) is not local:
                raise
        raise AttributeError("'_thread._local' object has no attribute '%s'" % name)

    def __setattr__(self, name, value):
        own = _own_dict(self)
        if name == "__dict__":
            kind = type(self).__name__
            raise AttributeError("'%s' object attribute '__dict__' is read-only" % kind)
        if _has_setter(self, name):
            object.__setattr__(self, name, value)
        else:
            own[name] = value

    def __delattr__(self, name):
        own = _own_dict(self)
        if name not in own:
            if _has_setter(self, name):
                return object.__delattr__(self, name)
            raise AttributeError("'%s' object has no attribute '%s'" % (type(self).__name__, name))
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


_at_exit = []


def _register_atexit(function, *args, **kwargs):
    """Has function called at the end of the program, before threads are waited for."""
    _at_exit.append((function, args, kwargs))


def _shutdown():
    """Called at the end of the program: waits for every thread that is not a daemon."""
    _main_thread._stopped = True
    while _at_exit:
        function, args, kwargs = _at_exit.pop()
        function(*args, **kwargs)
    while True:
        waiting = [t for t in enumerate() if not t._daemonic and t is not _main_thread]
        if not waiting:
            return
        for thread in waiting:
            thread.join()


_main_thread = _MainThread()
