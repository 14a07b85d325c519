"""Signals: SIGINT ends what the program does with KeyboardInterrupt; others do what they do."""
from enum import IntEnum as _IntEnum


class Signals(_IntEnum):
    SIGHUP = 1
    SIGINT = 2
    SIGQUIT = 3
    SIGABRT = 6
    SIGKILL = 9
    SIGUSR1 = 10
    SIGSEGV = 11
    SIGUSR2 = 12
    SIGPIPE = 13
    SIGALRM = 14
    SIGTERM = 15
    SIGCHLD = 17
    SIGCONT = 18
    SIGSTOP = 19


class Handlers(_IntEnum):
    SIG_DFL = 0
    SIG_IGN = 1


globals().update(Signals.__members__)
globals().update(Handlers.__members__)


def default_int_handler(signalnum, frame, /):
    raise KeyboardInterrupt


def getsignal(signalnum, /):
    if not 1 <= signalnum <= 64:
        raise ValueError("signal number out of range")
    return default_int_handler if signalnum == 2 else Handlers.SIG_DFL


def signal(signalnum, handler, /):
    """What a signal does already may be asked for again; other handlers are not supported."""
    import threading
    if threading.current_thread() is not threading.main_thread():
        raise ValueError("signal only works in main thread of the main interpreter")
    before = getsignal(signalnum)
    if handler is not before and not (signalnum == 2 and handler == Handlers.SIG_DFL):
        if not callable(handler) and not isinstance(handler, int):
            raise TypeError("signal handler must be signal.SIG_IGN, signal.SIG_DFL, or a callable "
                            "object")
        raise NotImplementedError("gilsim does not call signal handlers")
    return before


def strsignal(signalnum, /):
    names = {1: "Hangup", 2: "Interrupt", 3: "Quit", 6: "Aborted", 9: "Killed",
             10: "User defined signal 1", 11: "Segmentation fault", 12: "User defined signal 2",
             13: "Broken pipe", 14: "Alarm clock", 15: "Terminated", 17: "Child exited"}
    return names.get(signalnum)
