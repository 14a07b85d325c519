"""multiprocessing's interface over threads."""
import threading
from multiprocessing.pool import ThreadPool
from queue import Queue
from threading import (Barrier, BoundedSemaphore, Condition, Event, Lock, RLock, Semaphore,
                       current_thread)

JoinableQueue = Queue


class DummyProcess(threading.Thread):
    """A thread with what a process shows of itself."""

    @property
    def exitcode(self):
        return None if self.is_alive() or not self.ident else 0


Process = DummyProcess
current_process = current_thread


def active_children():
    """The threads that run, but for the first."""
    return [t for t in threading.enumerate() if isinstance(t, DummyProcess)]


def Pool(processes=None, initializer=None, initargs=()):
    """A pool of threads."""
    return ThreadPool(processes, initializer, initargs)
