"""More handlers: by way of a queue, in memory, to files that are begun anew when they are long."""
import copy
import logging
import os
import queue
import threading

DEFAULT_TCP_LOGGING_PORT = 9020


class QueueHandler(logging.Handler):
    """Puts records into a queue, ready to be shown by another thread."""

    def __init__(self, queue):
        super().__init__()
        self.queue = queue

    def enqueue(self, record):
        self.queue.put_nowait(record)

    def prepare(self, record):
        text = self.format(record)
        record = copy.copy(record)
        record.message = record.msg = text
        record.args = record.exc_info = record.exc_text = record.stack_info = None
        return record

    def emit(self, record):
        try:
            self.enqueue(self.prepare(record))
        except Exception:
            self.handleError(record)


class QueueListener:
    """A thread that gives what is in a queue to handlers."""

    _sentinel = None

    def __init__(self, queue, *handlers, respect_handler_level=False):
        self.queue = queue
        self.handlers = handlers
        self._thread = None
        self.respect_handler_level = respect_handler_level

    def dequeue(self, block):
        return self.queue.get(block)

    def start(self):
        self._thread = threading.Thread(target=self._monitor, daemon=True)
        self._thread.start()

    def prepare(self, record):
        return record

    def handle(self, record):
        record = self.prepare(record)
        for handler in self.handlers:
            if not self.respect_handler_level or record.levelno >= handler.level:
                handler.handle(record)

    def _monitor(self):
        counts = hasattr(self.queue, "task_done")
        while True:
            try:
                record = self.dequeue(True)
            except queue.Empty:
                return
            if record is not self._sentinel:
                self.handle(record)
            if counts:
                self.queue.task_done()
            if record is self._sentinel:
                return

    def enqueue_sentinel(self):
        self.queue.put_nowait(self._sentinel)

    def stop(self):
        if self._thread:
            self.enqueue_sentinel()
            self._thread.join()
            self._thread = None


class BufferingHandler(logging.Handler):
    """Keeps records until there are enough."""

    def __init__(self, capacity):
        super().__init__()
        self.capacity = capacity
        self.buffer = []

    def shouldFlush(self, record):
        return len(self.buffer) >= self.capacity

    def emit(self, record):
        self.buffer.append(record)
        if self.shouldFlush(record):
            self.flush()

    def flush(self):
        with self.lock:
            self.buffer.clear()

    def close(self):
        try:
            self.flush()
        finally:
            super().close()


class MemoryHandler(BufferingHandler):
    """Keeps records, then gives them to another handler."""

    def __init__(self, capacity, flushLevel=logging.ERROR, target=None, flushOnClose=True):
        super().__init__(capacity)
        self.flushLevel = flushLevel
        self.target = target
        self.flushOnClose = flushOnClose

    def shouldFlush(self, record):
        return len(self.buffer) >= self.capacity or record.levelno >= self.flushLevel

    def setTarget(self, target):
        with self.lock:
            self.target = target

    def flush(self):
        with self.lock:
            if self.target:
                for record in self.buffer:
                    self.target.handle(record)
                self.buffer.clear()

    def close(self):
        try:
            if self.flushOnClose:
                self.flush()
        finally:
            with self.lock:
                self.target = None
                super().close()


class RotatingFileHandler(logging.FileHandler):
    """Begins a file anew when it gets longer than maxBytes, and keeps some old ones."""

    def __init__(self, filename, mode="a", maxBytes=0, backupCount=0, encoding=None, delay=False,
                 errors=None):
        super().__init__(filename, "a" if maxBytes > 0 else mode, encoding, delay, errors)
        self.maxBytes = maxBytes
        self.backupCount = backupCount

    def shouldRollover(self, record):
        if self.maxBytes <= 0 or not os.path.exists(self.baseFilename):
            return False
        size = os.path.getsize(self.baseFilename)
        return size + len(self.format(record).encode()) + 1 >= self.maxBytes

    def doRollover(self):
        if self.stream:
            self.stream.close()
            self.stream = None
        names = [self.baseFilename] + ["%s.%d" % (self.baseFilename, k + 1)
                                       for k in range(self.backupCount)]
        for old, new in reversed(list(zip(names, names[1:]))):
            if os.path.exists(old):
                os.rename(old, new)
        if self.backupCount == 0 and os.path.exists(self.baseFilename):
            os.remove(self.baseFilename)
        if not self.delay:
            self.stream = self._open()

    def emit(self, record):
        if self.shouldRollover(record):
            self.doRollover()
        super().emit(record)
