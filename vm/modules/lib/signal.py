"""Signals: handlers run on the first thread, at its next safe point or when it waits."""
import _signal
import _thread
import os as _os
import sys as _sys
import time as _time
from _signal import strsignal
from enum import IntEnum as _IntEnum

# Here, since it is imported on first use, and a signal may come in the middle of that.
_getframe = _sys._getframe


class Signals(_IntEnum):
    SIGHUP = 1
    SIGINT = 2
    SIGQUIT = 3
    SIGILL = 4
    SIGTRAP = 5
    SIGABRT = 6
    SIGBUS = 7
    SIGFPE = 8
    SIGKILL = 9
    SIGUSR1 = 10
    SIGSEGV = 11
    SIGUSR2 = 12
    SIGPIPE = 13
    SIGALRM = 14
    SIGTERM = 15
    SIGSTKFLT = 16
    SIGCHLD = 17
    SIGCONT = 18
    SIGSTOP = 19
    SIGTSTP = 20
    SIGTTIN = 21
    SIGTTOU = 22
    SIGURG = 23
    SIGXCPU = 24
    SIGXFSZ = 25
    SIGVTALRM = 26
    SIGPROF = 27
    SIGWINCH = 28
    SIGIO = 29
    SIGPWR = 30
    SIGSYS = 31
    SIGRTMIN = 34
    SIGRTMAX = 64
    SIGCLD = 17
    SIGIOT = 6
    SIGPOLL = 29


class Handlers(_IntEnum):
    SIG_DFL = 0
    SIG_IGN = 1


class Sigmasks(_IntEnum):
    SIG_BLOCK = 0
    SIG_UNBLOCK = 1
    SIG_SETMASK = 2


for _names in (Signals, Handlers, Sigmasks):
    globals().update(_names.__members__)
NSIG = 65
ITIMER_REAL, ITIMER_VIRTUAL, ITIMER_PROF = 0, 1, 2


ItimerError = OSError
_handlers = {}
_wakeup_fd = -1
_came = _thread.allocate_lock()  # taken while pause() waits


def default_int_handler(signalnum, frame, /):
    raise KeyboardInterrupt


def _named(names, number):
    try:
        return names(number)
    except ValueError:
        return number


def _check_number(signalnum):
    if not 1 <= signalnum <= 64:
        raise ValueError("signal number out of range")


def getsignal(signalnum, /):
    _check_number(signalnum)
    if signalnum in _handlers:
        return _handlers[signalnum]
    action = _signal._query(signalnum)
    if action is None:
        return None
    return default_int_handler if action == 3 else Handlers(action)


def signal(signalnum, handler, /):
    """Sets what a signal does; gives what it did."""
    if not _on_first_thread():
        raise ValueError("signal only works in main thread of the main interpreter")
    if isinstance(handler, int):
        if handler not in (0, 1):
            raise TypeError("signal handler must be signal.SIG_IGN, signal.SIG_DFL, or a callable "
                            "object")
        handler = Handlers(handler)
    elif not callable(handler):
        raise TypeError("signal handler must be signal.SIG_IGN, signal.SIG_DFL, or a callable "
                        "object")
    before = getsignal(signalnum)
    known = _handlers.get(signalnum)
    if not isinstance(handler, int):
        _handlers[signalnum] = handler
        action = 3 if signalnum == 2 and handler is default_int_handler else 2
    else:
        action = int(handler)
    try:
        _signal._install(signalnum, action)
    except OSError:
        _handlers.pop(signalnum, None)
        raise
    if action < 2:
        _handlers[signalnum] = handler
    elif action == 3 and known is None:
        _handlers.pop(signalnum, None)
    return before


def _on_first_thread():
    return _signal._is_first()


def _deliver(signalnum):
    """Called by the interpreter on the first thread."""
    if _came.locked():
        _came.release()
    if _wakeup_fd >= 0:
        try:
            _os.write(_wakeup_fd, bytes([signalnum]))
        except OSError:
            pass
    handler = _handlers.get(signalnum)
    if callable(handler) and not isinstance(handler, int):
        try:
            frame = _getframe(1)
        except ValueError:
            frame = None
        handler(signalnum, frame)


_signal._deliver = _deliver


def set_wakeup_fd(fd, /, *, warn_on_full_buffer=True):
    global _wakeup_fd
    if not _on_first_thread():
        raise ValueError("set_wakeup_fd only works in main thread of the main interpreter")
    before, _wakeup_fd = _wakeup_fd, fd
    return before


def siginterrupt(signalnum, flag, /):
    _check_number(signalnum)


def raise_signal(signalnum, /):
    _check_number(signalnum)
    _os.kill(_os.getpid(), signalnum)


def pthread_kill(thread_id, signalnum, /):
    """Signals are the first thread's, whichever thread is named."""
    if not 0 <= signalnum <= 64:
        raise ValueError("signal number out of range")
    if signalnum:
        _os.kill(_os.getpid(), signalnum)


def valid_signals():
    return {_named(Signals, number) for number in range(1, 65) if number not in (32, 33)}


def pthread_sigmask(how, mask, /):
    return {_named(Signals, number) for number in _signal._sigmask(how, mask)}


def sigpending():
    return {_named(Signals, number) for number in _signal._sigpending()}


def sigwait(sigset, /):
    """Waits for a signal that is blocked, and takes it."""
    wanted = list(sigset)
    while True:
        number = _signal._sigtake(wanted)
        if number:
            return _named(Signals, number)
        _time.sleep(0.001)


def pause():
    """Waits until a signal has been handled."""
    _came.acquire(False)
    while not _came.acquire(True, 3600):
        pass


# ---- timers. In sim they are threads that sleep in virtual time.

_timer = [0, 0.0, 0.0]  # generation, when it is due, interval


def _run_timer(generation):
    while True:
        _time.sleep(max(_timer[1] - _time.monotonic(), 0))
        if _timer[0] != generation:
            return
        if _timer[2] > 0:
            _timer[1] += _timer[2]
        else:
            _timer[1] = 0.0
        _os.kill(_os.getpid(), 14)
        if not _timer[1]:
            return


def getitimer(which, /):
    if not _signal._simulated or which != ITIMER_REAL:
        return _signal._getitimer(which)
    left = max(_timer[1] - _time.monotonic(), 0.0) if _timer[1] else 0.0
    return left, _timer[2]


def setitimer(which, seconds, interval=0.0, /):
    if not _signal._simulated or which != ITIMER_REAL:
        return _signal._setitimer(which, seconds, interval)
    if seconds < 0 or interval < 0:
        raise ItimerError(22, "Invalid argument")
    before = getitimer(which)
    _timer[0] += 1
    _timer[1] = _time.monotonic() + seconds if seconds else 0.0
    _timer[2] = float(interval)
    if seconds:
        _thread.start_new_thread(_run_timer, (_timer[0],))
    return before


def alarm(seconds, /):
    """SIGALRM in so many seconds; gives what was left of the alarm before."""
    left = setitimer(ITIMER_REAL, seconds)[0]
    return int(left) + (left % 1 > 0)
