"""Examples in the texts of modules, functions and classes: run, compared, reported."""
import builtins
import inspect
import os
import sys
import traceback
from collections import namedtuple
from io import StringIO

from _doctest_parts import *
from _doctest_parts import indented

__all__ = ["register_optionflag", "DONT_ACCEPT_TRUE_FOR_1", "DONT_ACCEPT_BLANKLINE",
           "NORMALIZE_WHITESPACE", "ELLIPSIS", "SKIP", "IGNORE_EXCEPTION_DETAIL",
           "COMPARISON_FLAGS", "REPORT_UDIFF", "REPORT_CDIFF", "REPORT_NDIFF",
           "REPORT_ONLY_FIRST_FAILURE", "REPORTING_FLAGS", "FAIL_FAST", "Example", "DocTest",
           "DocTestParser", "DocTestFinder", "DocTestRunner", "OutputChecker", "DocTestFailure",
           "UnexpectedException", "DebugRunner", "testmod", "testfile",
           "run_docstring_examples", "DocTestSuite"]

master = None
TestResults = namedtuple("TestResults", "failed attempted")
_LINE = "*" * 70


class DocTestFailure(Exception):
    """An example has not printed what is wanted."""

    def __init__(self, test, example, got):
        self.test = test
        self.example = example
        self.got = got

    def __str__(self):
        return str(self.test)


class UnexpectedException(Exception):
    """An example has raised what is not wanted."""

    def __init__(self, test, example, exc_info):
        self.test = test
        self.example = example
        self.exc_info = exc_info

    def __str__(self):
        return str(self.test)


def _traceback_of(error):
    """The exception as printed, without the lines that lie in this module."""
    kept, own = [], False
    for line in "".join(traceback.format_exception(error)).splitlines(keepends=True):
        if not line.startswith("    "):
            own = line.startswith(('  File "<doctest>"', '  File "<_sys_more>"'))
        if not own:
            kept.append(line)
    return "".join(kept)


def _message_of(error):
    """The last lines of a traceback."""
    kind = type(error)
    name = kind.__qualname__
    if kind.__module__ not in ("__main__", "builtins"):
        name = "%s.%s" % (kind.__module__, name)
    if isinstance(error, SyntaxError):
        text = error.msg or "<no detail available>"
    else:
        try:
            text = str(error)
        except Exception:
            text = "<exception str() failed>"
    return "%s: %s\n" % (name, text) if text else name + "\n"


def _class_in(message):
    """The name of the class in the last lines of a traceback, without its module."""
    return message.split("\n")[0].split(":")[0].rpartition(".")[2]


class _Held(StringIO):
    """What an example prints."""

    def taken(self):
        text = self.getvalue()
        self.seek(0)
        self.truncate()
        return text if text.endswith("\n") or not text else text + "\n"


class DocTestRunner:
    """Runs tests and counts what fails."""

    DIVIDER = _LINE

    def __init__(self, checker=None, verbose=None, optionflags=0):
        self._checker = checker or OutputChecker()
        self._verbose = "-v" in sys.argv if verbose is None else verbose
        self.optionflags = self.original_optionflags = optionflags
        self.tries = 0
        self.failures = 0
        self._name2ft = {}

    def report_start(self, out, test, example):
        if self._verbose:
            wanted = "Expecting:\n" + indented(example.want) if example.want else (
                "Expecting nothing\n")
            out("Trying:\n" + indented(example.source) + wanted)

    def report_success(self, out, test, example, got):
        if self._verbose:
            out("ok\n")

    def report_failure(self, out, test, example, got):
        out(self._failure_header(test, example)
            + self._checker.output_difference(example, got, self.optionflags))

    def report_unexpected_exception(self, out, test, example, exc_info):
        out(self._failure_header(test, example) + "Exception raised:\n"
            + indented(_traceback_of(exc_info[1])))

    def _failure_header(self, test, example):
        line = example.lineno + 1
        if test.filename:
            line = "?" if test.lineno is None else test.lineno + line
        place = 'File "%s", line' % test.filename if test.filename else "Line"
        return "%s\n%s %s, in %s\nFailed example:\n%s" % (
            self.DIVIDER, place, line, test.name, indented(example.source))

    def run(self, test, compileflags=None, out=None, clear_globs=True):
        self.test = test
        kept = sys.stdout, sys.displayhook
        if out is None:
            out = kept[0].write
        sys.stdout = _Held()
        sys.displayhook = sys.__displayhook__
        try:
            return self._run_examples(test, out, sys.stdout)
        finally:
            sys.stdout, sys.displayhook = kept
            if clear_globs:
                test.globs.clear()
                builtins._ = None

    def _run_examples(self, test, out, held):
        failures = tries = 0
        given = self.optionflags
        for number, example in enumerate(test.examples):
            self.optionflags = given
            for flag, on in example.options.items():
                self.optionflags = self.optionflags | flag if on else self.optionflags & ~flag
            if self.optionflags & SKIP:
                continue
            quiet = self.optionflags & REPORT_ONLY_FIRST_FAILURE and failures
            tries += 1
            if not quiet:
                self.report_start(out, test, example)
            if not self._run_example(test, example, number, out, held, quiet):
                failures += 1
                if self.optionflags & FAIL_FAST:
                    break
        self.optionflags = given
        failed, attempted = self._name2ft.get(test.name, (0, 0))
        self._name2ft[test.name] = failed + failures, attempted + tries
        self.failures += failures
        self.tries += tries
        return TestResults(failures, tries)

    def _run_example(self, test, example, number, out, held, quiet):
        """Whether what happens is what is wanted."""
        error = None
        try:
            exec(compile(example.source, "<doctest %s[%d]>" % (test.name, number), "single"),
                 test.globs)
        except KeyboardInterrupt:
            raise
        except BaseException as caught:
            error = caught
        got = held.taken()
        if error is None:
            good = self._checker.check_output(example.want, got, self.optionflags)
        elif example.exc_msg is None:
            if not quiet:
                self.report_unexpected_exception(
                    out, test, example, (type(error), error, error.__traceback__))
            return False
        else:
            good = self._is_wanted(example.exc_msg, _message_of(error))
            got += _traceback_of(error)
        if not quiet:
            (self.report_success if good else self.report_failure)(out, test, example, got)
        return good

    def _is_wanted(self, wanted, message):
        if self._checker.check_output(wanted, message, self.optionflags):
            return True
        return bool(self.optionflags & IGNORE_EXCEPTION_DETAIL) and self._checker.check_output(
            _class_in(wanted), _class_in(message), self.optionflags)

    def summarize(self, verbose=None):
        """Prints what has become of the tests."""
        if verbose is None:
            verbose = self._verbose
        results = sorted(self._name2ft.items())
        empty = [name for name, (_, tries) in results if tries == 0]
        passed = [(tries, name) for name, (failed, tries) in results if tries and not failed]
        failed = [(bad, tries, name) for name, (bad, tries) in results if bad]
        tries = sum(counts[1] for _, counts in results)
        failures = sum(counts[0] for _, counts in results)
        if verbose and empty:
            print(len(empty), "items had no tests:")
            for name in empty:
                print("   ", name)
        if verbose and passed:
            print(len(passed), "items passed all tests:")
            for pair in passed:
                print(" %3d tests in %s" % pair)
        if failed:
            print(self.DIVIDER)
            print(len(failed), "items had failures:")
            for line in failed:
                print(" %3d of %3d in %s" % line)
        if verbose:
            print(tries, "tests in", len(results), "items.")
            print(tries - failures, "passed and", failures, "failed.")
        if failures:
            print("***Test Failed***", failures, "failures.")
        elif verbose:
            print("Test passed.")
        return TestResults(failures, tries)

    def merge(self, other):
        for name, (failed, tries) in other._name2ft.items():
            before = self._name2ft.get(name, (0, 0))
            self._name2ft[name] = before[0] + failed, before[1] + tries


class DebugRunner(DocTestRunner):
    """Raises at the first failure."""

    def run(self, test, compileflags=None, out=None, clear_globs=True):
        result = super().run(test, compileflags, out, False)
        if clear_globs:
            test.globs.clear()
        return result

    def report_unexpected_exception(self, out, test, example, exc_info):
        raise UnexpectedException(test, example, exc_info)

    def report_failure(self, out, test, example, got):
        raise DocTestFailure(test, example, got)


def _run_all(tests, verbose, report, optionflags, raise_on_error):
    global master
    runner = (DebugRunner if raise_on_error else DocTestRunner)(
        verbose=verbose, optionflags=optionflags)
    for test in tests:
        runner.run(test)
    if report:
        runner.summarize()
    if master is None:
        master = runner
    else:
        master.merge(runner)
    return TestResults(runner.failures, runner.tries)


def testmod(m=None, name=None, globs=None, verbose=None, report=True, optionflags=0,
            extraglobs=None, raise_on_error=False, exclude_empty=False):
    """Runs the examples of a module, the main one if none is given."""
    if m is None:
        m = sys.modules.get("__main__")
    if not inspect.ismodule(m):
        raise TypeError("testmod: module required; %r" % (m,))
    tests = DocTestFinder(exclude_empty=exclude_empty).find(
        m, m.__name__ if name is None else name, globs=globs, extraglobs=extraglobs)
    return _run_all(tests, verbose, report, optionflags, raise_on_error)


def _path_beside(module_file, filename):
    if filename.startswith("/"):
        raise ValueError("Module-relative files may not have absolute paths")
    return os.path.join(os.path.dirname(module_file), *filename.split("/"))


def testfile(filename, module_relative=True, name=None, package=None, globs=None, verbose=None,
             report=True, optionflags=0, extraglobs=None, raise_on_error=False,
             parser=DocTestParser(), encoding=None):
    """Runs the examples of a text file."""
    if package and not module_relative:
        raise ValueError("Package may only be specified for module-relative paths.")
    path = filename
    if module_relative:
        if isinstance(package, str):
            package = __import__(package, fromlist=["*"])
        home = package.__file__ if package else sys._getframe(1).f_code.co_filename
        path = _path_beside(home, filename)
    with open(path, encoding=encoding or "utf-8") as file:
        text = file.read()
    globs = dict(globs or {})
    globs.update(extraglobs or {})
    globs.setdefault("__name__", "__main__")
    test = parser.get_doctest(text, globs, name or os.path.basename(filename), path, 0)
    return _run_all([test], verbose, report, optionflags, raise_on_error)


def run_docstring_examples(f, globs, verbose=False, name="NoName", compileflags=None,
                           optionflags=0):
    """Runs the examples of one object, and prints what fails."""
    runner = DocTestRunner(verbose=verbose, optionflags=optionflags)
    for test in DocTestFinder(verbose=verbose, recurse=False).find(f, name, globs=globs):
        runner.run(test, compileflags=compileflags)


def DocTestSuite(module=None, globs=None, extraglobs=None, test_finder=None, setUp=None,
                 tearDown=None, optionflags=0):
    """The tests of a module as tests of unittest."""
    import unittest

    class DocTestCase(unittest.TestCase):
        """One test."""

        def __init__(self, test):
            super().__init__()
            self._test = test
            self._names = dict(test.globs)

        def setUp(self):
            if setUp is not None:
                setUp(self._test)

        def tearDown(self):
            if tearDown is not None:
                tearDown(self._test)
            self._test.globs.clear()
            self._test.globs.update(self._names)

        def runTest(self):
            test, printed = self._test, StringIO()
            runner = DocTestRunner(verbose=False, optionflags=optionflags)
            runner.DIVIDER = "-" * 70
            if runner.run(test, out=printed.write, clear_globs=False).failed:
                raise self.failureException(
                    'Failed doctest test for %s\n  File "%s", line %s, in %s\n\n%s' % (
                        test.name, test.filename, "unknown line number"
                        if test.lineno is None else test.lineno,
                        test.name.rpartition(".")[2], printed.getvalue()))

        def id(self):
            return self._test.name

        def shortDescription(self):
            return "Doctest: " + self._test.name

        def __repr__(self):
            parts = self._test.name.split(".")
            return "%s (%s)" % (parts[-1], ".".join(parts[:-1]))

        __str__ = __repr__

    if module is None:
        module = sys.modules["__main__"]
    elif isinstance(module, str):
        module = __import__(module, fromlist=["*"])
    tests = (test_finder or DocTestFinder()).find(module, globs=globs, extraglobs=extraglobs)
    return unittest.TestSuite(DocTestCase(test) for test in tests if test.examples)
