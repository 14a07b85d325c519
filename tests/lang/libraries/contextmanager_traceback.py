# An exception that passes through a generator's context manager keeps the traceback it came with.
import contextlib
import traceback


@contextlib.contextmanager
def managed():
    yield


try:
    with managed():
        raise KeyError("body")
except KeyError as e:
    print([entry.name for entry in traceback.extract_tb(e.__traceback__)])  # expect: ['<module>']
