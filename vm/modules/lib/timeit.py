"""Times small pieces of code."""
import gc
import itertools
import time

default_timer = time.perf_counter
default_number = 1000000
default_repeat = 5


def _callable(code, names):
    """Code as a function that runs it."""
    if callable(code):
        return code
    lines = "".join("    %s\n" % line for line in code.split("\n"))
    exec("def piece():\n" + lines, names)
    return names["piece"]


def _loop(stmt, setup, names):
    """A function of an iterator and a timer: how long that many runs take."""
    if callable(stmt) or callable(setup):
        run, prepare = _callable(stmt, names), _callable(setup, names)

        def loop(steps, timer):
            prepare()
            before = timer()
            for _ in steps:
                run()
            return timer() - before
        return loop
    indented = ["".join("%s%s\n" % (" " * depth, line) for line in code.split("\n"))
                for code, depth in ((setup, 4), (stmt, 8))]
    exec("def loop(_steps, _timer):\n%s    _before = _timer()\n    for _step in _steps:\n%s"
         "    return _timer() - _before\n" % tuple(indented), names)
    return names["loop"]


class Timer:
    """A statement with what has to be done before it."""

    def __init__(self, stmt="pass", setup="pass", timer=default_timer, globals=None):
        for what, code in (("stmt", stmt), ("setup", setup)):
            if not isinstance(code, str) and not callable(code):
                raise ValueError("%s is neither a string nor callable" % what)
        self.timer = timer
        self._loop = _loop(stmt, setup, {} if globals is None else dict(globals))

    def timeit(self, number=default_number):
        was_enabled = gc.isenabled()
        gc.disable()
        try:
            return self._loop(itertools.repeat(None, number), self.timer)
        finally:
            if was_enabled:
                gc.enable()

    def repeat(self, repeat=default_repeat, number=default_number):
        return [self.timeit(number) for _ in range(repeat)]

    def autorange(self, callback=None):
        """As many runs as take 0.2 s: (runs, seconds)."""
        number = 1
        while True:
            for factor in (1, 2, 5):
                taken = self.timeit(number * factor)
                if callback:
                    callback(number * factor, taken)
                if taken >= 0.2:
                    return number * factor, taken
            number *= 10


def timeit(stmt="pass", setup="pass", timer=default_timer, number=default_number, globals=None):
    return Timer(stmt, setup, timer, globals).timeit(number)


def repeat(stmt="pass", setup="pass", timer=default_timer, repeat=default_repeat,
           number=default_number, globals=None):
    return Timer(stmt, setup, timer, globals).repeat(repeat, number)
