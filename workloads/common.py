"""What every workload shares: options, timed threads, a source of pseudo-random numbers.

Only what the language subset has is used here, so that each workload runs unmodified under CPython
3.6 and later and under gilsim. Standard output is the workload's checksum; all that varies goes to
standard error.
"""
import sys
import threading
import time


class Options:
    """The values of one command line: threads, size, each, and what the workload adds."""

    def __init__(self, values):
        self.threads = values["threads"]
        self.size = values["size"]
        self.each = values["each"]
        self.extra = values

    def __getitem__(self, name):
        return self.extra[name]

    def repeats(self):
        """How often each item of the work is done: once, or by every thread."""
        return self.threads if self.each else 1


def usage(defaults, complaint):
    """Says what is wrong with the command line and what it may hold, and ends the program."""
    parts = []
    for name, default in defaults.items():
        if default is False:
            parts.append("[--%s]" % name)
        elif isinstance(default, tuple):
            parts.append("[--%s %s]" % (name, "|".join(default)))
        else:
            parts.append("[--%s N]" % name)
    print("%s: %s; usage: %s" % (sys.argv[0], complaint, " ".join(parts)), file=sys.stderr)
    sys.exit(2)


def read_value(defaults, name, text):
    """The value of option name: one of a few words, or a number that is not negative."""
    default = defaults[name]
    if isinstance(default, tuple):
        if text not in default:
            usage(defaults, "--%s takes one of %s, not %r" % (name, ", ".join(default), text))
        return text
    if not text.isdigit():
        usage(defaults, "--%s takes a number, not %r" % (name, text))
    return int(text)


def options(size, threads=2, **extra):
    """Reads --threads N, --size N, --each and the workload's own options from sys.argv.

    An extra option's default is a number, or a tuple of words whose first is the default.
    """
    defaults = {"threads": threads, "size": size, "each": False}
    defaults.update(extra)
    values = {}
    for name, default in defaults.items():
        values[name] = default[0] if isinstance(default, tuple) else default
    arguments = sys.argv[1:]
    while arguments:
        argument = arguments.pop(0)
        name = argument[2:]
        if not argument.startswith("--") or name not in defaults:
            usage(defaults, "unknown argument %r" % argument)
        if defaults[name] is False:
            values[name] = True
        elif arguments:
            values[name] = read_value(defaults, name, arguments.pop(0))
        else:
            usage(defaults, "--%s needs a value" % name)
    if values["threads"] < 1:
        usage(defaults, "--threads must be at least 1")
    return Options(values)


def parts(opts):
    """The range (first, end) of items that each thread works on."""
    if opts.each:
        return [(0, opts.size) for _ in range(opts.threads)]
    cuts = [opts.size * k // opts.threads for k in range(opts.threads + 1)]
    return [(cuts[k], cuts[k + 1]) for k in range(opts.threads)]


def run_all(functions):
    """Calls each function in a thread of its own; gives the results in order, and the seconds."""
    results = [None] * len(functions)
    done = [False] * len(functions)

    def body(k):
        results[k] = functions[k]()
        done[k] = True

    threads = [threading.Thread(target=body, args=(k,)) for k in range(len(functions))]
    start = time.perf_counter()
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    seconds = time.perf_counter() - start
    if not all(done):
        sys.exit("%s: a thread did not finish its work" % sys.argv[0])
    return results, seconds


def report_seconds(seconds):
    """The line by which a comparison reads the workload's own timing."""
    print("seconds %.6f" % seconds, file=sys.stderr)


def run(opts, work):
    """Calls work(first, end) in each thread on its part; gives the results in order."""

    def bound(first, end):
        return lambda: work(first, end)

    results, seconds = run_all([bound(first, end) for first, end in parts(opts)])
    report_seconds(seconds)
    return results


class Random:
    """A linear congruential generator modulo 2**31: the same numbers everywhere for one seed."""

    def __init__(self, seed):
        self.state = seed & 0x7FFFFFFF

    def below(self, limit):
        self.state = (self.state * 1103515245 + 12345) & 0x7FFFFFFF
        return (self.state >> 8) % limit


class Load:
    """Threads that compute in short bursts beside others, until told to stop."""

    def __init__(self, threads):
        self.threads = threads
        self.ready = []
        self.running = True

    def burn(self):
        """The body of one computing thread; gives the number of bursts."""
        self.ready.append(True)
        bursts = 0
        while self.running:
            n = 200
            while n > 0:
                n -= 1
            bursts += 1
        return bursts

    def wait_until_running(self):
        while len(self.ready) < self.threads:
            time.sleep(0.001)

    def stop(self):
        self.running = False


def run_beside(load, functions):
    """As run_all, with the load's threads beside; its bursts are the last result."""
    results, _ = run_all([load.burn for _ in range(load.threads)] + functions)
    return results[load.threads:], sum(results[:load.threads])
