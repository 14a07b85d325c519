"""The package of multiprocessing.dummy and multiprocessing.pool: threads behind the interface of
processes. Processes themselves are not supported."""
import os


def cpu_count():
    """How many processors there are."""
    return os.cpu_count()


class ProcessError(Exception):
    """The base of this package's errors."""


class TimeoutError(ProcessError):
    """A result was not there in time."""
