"""Context managers from generators, and a few ready ones."""
import os as _os
import sys
from abc import ABC as _ABC, abstractmethod as _abstractmethod, _known_by
from functools import wraps as _wraps

_GenericAlias = type(list[int])


@_known_by("__enter__", "__exit__")
class AbstractContextManager(_ABC):
    __class_getitem__ = classmethod(_GenericAlias)

    def __enter__(self):
        return self

    @_abstractmethod
    def __exit__(self, exc_type, exc_value, traceback):
        return None


class ContextDecorator:
    """Lets a context manager decorate a function, whose calls then run inside it."""

    def __call__(self, func):
        @_wraps(func)
        def inside(*args, **kwargs):
            with self._for_one_call():
                return func(*args, **kwargs)

        return inside

    def _for_one_call(self):
        return self


def contextmanager(func):
    """Makes a context manager of a generator that yields once."""

    @_wraps(func)
    def make(*args, **kwargs):
        return _GeneratorManager(lambda: func(*args, **kwargs))

    return make


class _GeneratorManager(ContextDecorator):
    """Enters with what a generator yields; the body's end or exception goes on in the generator."""

    def __init__(self, start):
        self._start = start
        self.gen = start()

    def _for_one_call(self):
        return _GeneratorManager(self._start)

    def __enter__(self):
        self._start = None  # what the arguments hold may end
        for value in self.gen:
            return value
        raise RuntimeError("generator didn't yield")

    def __exit__(self, exc_type, error, traceback):
        if exc_type is not None:
            return self._throw(exc_type() if error is None else error, traceback)
        for _ in self.gen:
            raise RuntimeError("generator didn't stop")
        return False

    def _throw(self, error, traceback):
        """Whether the generator swallows the body's error. If it lets that through, it is False, so
        that the with statement raises it; another error is raised from here."""
        try:
            self.gen.throw(error)
        except BaseException as raised:
            if raised is error or _wraps_stop(raised, error):
                error.__traceback__ = traceback  # without the generator's frames
                return False
            if isinstance(raised, StopIteration):
                return True
            raise
        raise RuntimeError("generator didn't stop after throw()")


def _wraps_stop(raised, error):
    """A StopIteration that leaves a generator is a RuntimeError outside."""
    return (
        isinstance(raised, RuntimeError)
        and isinstance(error, StopIteration)
        and raised.__cause__ is error
    )


class closing(AbstractContextManager):
    def __init__(self, thing):
        self.thing = thing

    def __enter__(self):
        return self.thing

    def __exit__(self, *failure):
        self.thing.close()


class suppress(AbstractContextManager):
    def __init__(self, *exceptions):
        self._harmless = exceptions

    def __enter__(self):
        pass

    def __exit__(self, kind, error, traceback):
        return kind is not None and issubclass(kind, self._harmless)


class nullcontext(AbstractContextManager):
    def __init__(self, enter_result=None):
        self.enter_result = enter_result

    def __enter__(self):
        return self.enter_result

    def __exit__(self, *failure):
        pass


class _Redirection(AbstractContextManager):
    """Puts another file in the place of one of sys; may be entered again inside itself."""

    def __init__(self, new_target):
        self._target = new_target
        self._before = []

    def __enter__(self):
        self._before.append(getattr(sys, self._name))
        setattr(sys, self._name, self._target)
        return self._target

    def __exit__(self, *failure):
        setattr(sys, self._name, self._before.pop())


class redirect_stdout(_Redirection):
    _name = "stdout"


class redirect_stderr(_Redirection):
    _name = "stderr"


class ExitStack:
    """Leaves everything that was entered or pushed, last one first."""

    def __init__(self):
        self._leavers = []

    def __enter__(self):
        return self

    def enter_context(self, cm):
        kind = type(cm)
        try:
            enter, leave = kind.__enter__, kind.__exit__
        except AttributeError:
            raise TypeError("'%s.%s' object does not support the context manager protocol" % (
                kind.__module__, kind.__qualname__)) from None
        result = enter(cm)
        self._leavers.append(lambda *failure: leave(cm, *failure))
        return result

    def push(self, exit):
        leave = getattr(type(exit), "__exit__", None)
        self._leavers.append(exit if leave is None else lambda *failure: leave(exit, *failure))
        return exit

    def callback(self, callback, /, *args, **kwds):
        def call(*failure):
            callback(*args, **kwds)  # what it returns swallows nothing

        self._leavers.append(call)
        return callback

    def pop_all(self):
        heir = type(self)()
        heir._leavers, self._leavers = self._leavers, []
        return heir

    def close(self):
        self.__exit__(None, None, None)

    def __exit__(self, exc_type, exc, traceback):
        current = exc
        while self._leavers:
            try:
                if self._leave(self._leavers.pop(), current):
                    current = None
            except BaseException as error:
                current = error
        if current is not None and current is not exc:
            context = current.__context__  # as the leavers have made it
            try:
                raise current
            finally:
                current.__context__ = context
        return current is None and exc is not None

    @staticmethod
    def _leave(leaver, current):
        """Calls a leaver as it would be from a with statement: while `current` is handled."""
        if current is None:
            return leaver(None, None, None)
        traceback, context = current.__traceback__, current.__context__
        try:
            raise current
        except BaseException:
            current.__traceback__, current.__context__ = traceback, context
            return leaver(type(current), current, traceback)


class chdir(AbstractContextManager):
    """Another working directory inside the body."""

    def __init__(self, path):
        self.path = path
        self._before = []

    def __enter__(self):
        self._before.append(_os.getcwd())
        _os.chdir(self.path)

    def __exit__(self, *failure):
        _os.chdir(self._before.pop())
