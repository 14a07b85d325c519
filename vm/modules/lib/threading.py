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

_registry_lock = _allocate_lock()
_registry = {}  # the thread objects of running threads by ident
_numbers_given = 0


def _next_number():
    global _numbers_given
    with _registry_lock:
        _numbers_given += 1
        return _numbers_given


def _take(lock, seconds):
    """Acquires a lock, for so long at most; None: for as long as it takes."""
    if seconds is None:
        return lock.acquire()
    return lock.acquire(timeout=seconds) if seconds > 0 else lock.acquire(False)


def _is_held(lock):
    """Of a lock that can only be acquired and released."""
    if not lock.acquire(False):
        return True
    lock.release()
    return False


class Condition:
    """Who waits leaves a locked lock in a line; notify() opens the first ones."""

    def __init__(self, lock=None):
        self._lock = guard = RLock() if lock is None else lock
        self.acquire, self.release = guard.acquire, guard.release
        # A re-entrant lock knows its owner, and gives all its levels up and takes them again; a
        # plain one is the caller's if it is held at all.
        if hasattr(guard, "_release_save"):
            self._mine = guard._is_owned
            self._leave, self._return = guard._release_save, guard._acquire_restore
        else:
            self._mine = getattr(guard, "locked", None) or (lambda: _is_held(guard))
            self._leave = guard.release
            self._return = lambda levels: guard.acquire()
        self._line = []

    def __repr__(self):
        return f"<Condition({self._lock}, {len(self._line)})>"

    def __enter__(self):
        return self._lock.__enter__()

    def __exit__(self, *failure):
        return self._lock.__exit__(*failure)

    def wait(self, timeout=None):
        if not self._mine():
            raise RuntimeError("cannot wait on un-acquired lock")
        ticket = _allocate_lock()
        ticket.acquire()
        self._line.append(ticket)
        levels = self._leave()
        called = False
        try:
            called = _take(ticket, timeout)
        finally:
            self._return(levels)
            if not called and ticket in self._line:
                self._line.remove(ticket)
        return called

    def wait_for(self, predicate, timeout=None):
        result = predicate()
        if result:
            return result
        end = None if timeout is None else _monotonic() + timeout
        while True:
            self.wait(timeout)
            result = predicate()
            if result:
                return result
            if end is not None:
                timeout = end - _monotonic()
                if timeout <= 0:
                    return result

    def notify(self, n=1):
        if not self._mine():
            raise RuntimeError("cannot notify on un-acquired lock")
        called = self._line[:n]
        if called:
            del self._line[:n]
            for ticket in called:
                ticket.release()

    def notify_all(self):
        self.notify(len(self._line))

    notifyAll = notify_all


def _described(thing, state):
    return f"<threading.{type(thing).__qualname__} at {id(thing):#x}: {state}>"


class Semaphore:
    """_value: how many may still pass."""

    def __init__(self, value=1):
        if value < 0:
            raise ValueError("semaphore initial value must be >= 0")
        self._value = value
        self._guard = Lock()
        self._freed = Condition(self._guard)

    def __repr__(self):
        return _described(self, f"value={self._value}")

    def acquire(self, blocking=True, timeout=None):
        if timeout is not None and not blocking:
            raise ValueError("can't specify timeout for non-blocking acquire")
        with self._guard:
            if self._value == 0:
                if not (blocking and self._freed.wait_for(self._available, timeout)):
                    return False
            self._value -= 1
        return True

    __enter__ = acquire

    def __exit__(self, *failure):
        self.release()

    def _available(self):
        return self._value > 0

    def release(self, n=1):
        if n < 1:
            raise ValueError("n must be one or more")
        with self._guard:
            self._value = self._raised(n)
            self._freed.notify(n)

    def _raised(self, n):
        return self._value + n


class BoundedSemaphore(Semaphore):
    def __init__(self, value=1):
        super().__init__(value)
        self._limit = value

    def __repr__(self):
        return _described(self, f"value={self._value}/{self._limit}")

    def _raised(self, n):
        if self._value + n <= self._limit:
            return self._value + n
        raise ValueError("Semaphore released too many times")


class Event:
    def __init__(self):
        self._flag = False
        self._guard = Lock()
        self._raised = Condition(self._guard)

    def __repr__(self):
        return _described(self, "set" if self._flag else "unset")

    def is_set(self):
        return self._flag

    isSet = is_set

    def set(self):
        with self._guard:
            self._flag = True
            self._raised.notify_all()

    def clear(self):
        with self._guard:
            self._flag = False

    def wait(self, timeout=None):
        with self._guard:
            return self._flag or self._raised.wait(timeout)


class BrokenBarrierError(RuntimeError):
    pass


class _Round:
    """One meeting at a barrier: how many have come, and how it ended: "met", "broken", or not yet."""

    __slots__ = ("arrived", "end")

    def __init__(self):
        self.arrived = 0
        self.end = None


class Barrier:
    """A place where a number of threads wait for each other.

    Threads wait for the end of the round in which they came. Who comes after that is in the next
    one already; after a broken one there is a next one only by reset().
    """

    def __init__(self, parties, action=None, timeout=None):
        if parties < 1:
            raise ValueError("parties must be > 0")
        self._parties, self._action, self._timeout = parties, action, timeout
        self._guard = Lock()
        self._ended = Condition(self._guard)
        self._round = _Round()

    def __repr__(self):
        if self.broken:
            return _described(self, "broken")
        return _described(self, f"waiters={self.n_waiting}/{self._parties}")

    @property
    def parties(self):
        return self._parties

    @property
    def n_waiting(self):
        meeting = self._round
        return 0 if meeting.end else meeting.arrived

    @property
    def broken(self):
        return self._round.end == "broken"

    def wait(self, timeout=None):
        with self._guard:
            meeting = self._round
            if meeting.end is None:
                place = meeting.arrived
                meeting.arrived += 1
                if meeting.arrived == self._parties:
                    self._meet(meeting)
                else:
                    self._await_end(meeting, self._timeout if timeout is None else timeout)
            if meeting.end == "broken":
                raise BrokenBarrierError
            return place

    def _meet(self, meeting):
        """The last one is there: does the action, then lets all go."""
        end = "broken"
        try:
            if self._action is not None:
                self._action()
            end = "met"
            self._round = _Round()
        finally:
            self._finish(meeting, end)

    def _await_end(self, meeting, timeout):
        try:
            if not self._ended.wait_for(lambda: meeting.end, timeout):
                self._finish(meeting, "broken")
        except BaseException:
            meeting.arrived -= 1  # interrupted: another one has to come
            raise

    def _finish(self, meeting, end):
        meeting.end = end
        self._ended.notify_all()

    def reset(self):
        with self._guard:
            meeting, self._round = self._round, _Round()
            if meeting.end is None:
                self._finish(meeting, "broken")

    def abort(self):
        with self._guard:
            self._finish(self._round, "broken")


class ExceptHookArgs(tuple):
    """What excepthook gets to see of an exception that ended a thread."""

    exc_type = property(lambda self: self[0])
    exc_value = property(lambda self: self[1])
    exc_traceback = property(lambda self: self[2])
    thread = property(lambda self: self[3])

    def __repr__(self):
        return ("_thread._ExceptHookArgs(exc_type=%r, exc_value=%r, exc_traceback=%r, thread=%r)"
                % self)


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
    """_stage: initial, starting, started, stopped; None until __init__ has been called."""

    _stage = None
    _locals = ()

    def __init__(self, group=None, target=None, name=None, args=(), kwargs=None, *, daemon=None):
        if group is not None:
            raise AssertionError("group argument must be None for now")
        if name is None:
            name = f"Thread-{_next_number()}"
            function_name = getattr(target, "__name__", None)
            if function_name:
                name += f" ({function_name})"
        # Derived classes' run() uses these three.
        self._target, self._args, self._kwargs = target, args, {} if kwargs is None else kwargs
        self._describe(str(name), current_thread()._is_daemon if daemon is None else bool(daemon))

    def _describe(self, name, daemon):
        self._own_name = name
        self._is_daemon = daemon
        self._idents = None, None  # the VM's and the system's
        self._in_registry = self._running = None  # locks, held until it is so and while it is so
        self._locals = []
        self._stage = "initial"

    def _adopt_current(self, name, daemon):
        """Makes this object stand for the thread that runs, which something else has started."""
        self._target = None
        self._describe(name, daemon)
        self._note_start()

    def _note_start(self):
        self._idents = get_ident(), get_native_id()
        self._stage = "started"
        with _registry_lock:
            _registry[self._idents[0]] = self

    def _checked(self):
        """This thread, of which __init__ must have been called."""
        if self._stage is None:
            raise AssertionError("Thread.__init__() not called")
        return self

    def __repr__(self):
        if self._stage is None:
            raise AssertionError("Thread.__init__() was not called")
        words = ["initial" if self._stage == "starting" else self._stage]
        if self._is_daemon:
            words.append("daemon")
        if self.ident is not None:
            words.append(str(self.ident))
        return f"<{type(self).__name__}({self._own_name}, {' '.join(words)})>"

    def start(self):
        if self._stage is None:
            raise RuntimeError("thread.__init__() not called")
        if self._stage != "initial":
            raise RuntimeError("threads can only be started once")
        self._stage = "starting"
        self._in_registry, self._running = _allocate_lock(), _allocate_lock()
        self._in_registry.acquire()
        self._running.acquire()
        try:
            _start_new_thread(self._whole_life, ())
        except Exception:
            self._stage = "initial"
            raise
        self._in_registry.acquire()

    def run(self):
        try:
            if self._target is not None:
                self._target(*self._args, **self._kwargs)
        finally:
            # They may refer to this thread.
            del self._target, self._args, self._kwargs

    def _whole_life(self):
        _thread._set_daemon(self._is_daemon)
        _thread._set_name(self._own_name)
        self._note_start()
        self._in_registry.release()
        try:
            self.run()
        except BaseException as error:
            self._report(error)
        finally:
            ident = self._idents[0]
            for state in self._locals:
                state.dicts.pop(ident, None)
            with _registry_lock:
                _registry.pop(ident, None)
            self._stage = "stopped"
            self._running.release()

    def _report(self, error):
        if not isinstance(error, SystemExit):
            _thread._thread_failed()
        try:
            excepthook(ExceptHookArgs((type(error), error, error.__traceback__, self)))
        except BaseException:
            _thread._excepthook_print(self._own_name)

    def join(self, timeout=None):
        if self._stage is None:
            raise RuntimeError("Thread.__init__() not called")
        if self._stage == "initial":
            raise RuntimeError("cannot join thread before it is started")
        if self is current_thread():
            raise RuntimeError("cannot join current thread")
        if _take(self._running, timeout):
            self._running.release()

    def is_alive(self):
        return self._checked()._stage == "started"

    @property
    def ident(self):
        return self._checked()._idents[0]

    @property
    def native_id(self):
        return self._checked()._idents[1]

    def getName(self):
        return self._checked()._own_name

    def setName(self, name):
        self._checked()._own_name = str(name)

    def isDaemon(self):
        return self._checked()._is_daemon

    def setDaemon(self, daemonic):
        if self._stage is None:
            raise RuntimeError("Thread.__init__() not called")
        if self._stage != "initial":
            raise RuntimeError("cannot set daemon status of active thread")
        self._is_daemon = bool(daemonic)

    name = property(getName, setName)
    daemon = property(isDaemon, setDaemon)


class Timer(Thread):
    """Calls a function after some seconds, unless it is cancelled before."""

    def __init__(self, interval, function, args=None, kwargs=None):
        super().__init__()
        self.interval, self.function = interval, function
        self.args = [] if args is None else args
        self.kwargs = {} if kwargs is None else kwargs
        self.finished = Event()

    def cancel(self):
        self.finished.set()

    def run(self):
        cancelled = self.finished.wait(self.interval) or self.finished.is_set()
        if not cancelled:
            self.function(*self.args, **self.kwargs)
            self.finished.set()


class _MainThread(Thread):
    def __init__(self):
        self._adopt_current("MainThread", False)
        self._running = _allocate_lock()
        self._running.acquire()


class _DummyThread(Thread):
    """Stands for a thread that _thread started."""

    def __init__(self):
        self._adopt_current(f"Dummy-{_next_number()}", True)

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
        thread = _registry.get(ident)
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
    thread = _registry.get(get_ident())
    return _DummyThread() if thread is None else thread


def main_thread():
    return _main_thread


def enumerate():
    with _registry_lock:
        return list(_registry.values())


def active_count():
    return len(enumerate())


currentThread, activeCount = current_thread, active_count


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
    _main_thread._stage = "stopped"
    while _at_exit:
        function, args, kwargs = _at_exit.pop()
        function(*args, **kwargs)
    # Those that are waited for may start others.
    while left := [t for t in enumerate() if t is not _main_thread and not t._is_daemon]:
        for thread in left:
            thread.join()


_main_thread = _MainThread()
