"""Tests as classes: suites of them, what becomes of them, and the report on standard error."""
import sys
import time
import traceback as _traceback

from unittest.case import (
    FunctionTestCase, SkipTest, TestCase, _class_name, addModuleCleanup, doModuleCleanups,
    expectedFailure, skip, skipIf, skipUnless)
import unittest.case as case

__all__ = ["TestResult", "TestCase", "TestSuite", "TextTestRunner", "TestLoader", "FunctionTestCase",
           "main", "defaultTestLoader", "SkipTest", "skip", "skipIf", "skipUnless", "expectedFailure",
           "TextTestResult", "addModuleCleanup", "doModuleCleanups"]

_OWN_FRAME = '  File "<unittest'


def _text_of(error):
    """The exception as printed, without the lines that lie in unittest itself."""
    kept = []
    own = False
    for line in "".join(_traceback.format_exception(error)).splitlines(keepends=True):
        if line.startswith("  File "):
            own = line.startswith(_OWN_FRAME)
        elif not line.startswith("    "):
            own = False
        if not own:
            kept.append(line)
    return "".join(kept)


_STREAMS = ("Stdout", "Stderr")


def _titled(name, printed):
    if not printed:
        return ""
    return "\n%s:\n%s" % (name, printed if printed.endswith("\n") else printed + "\n")


class TestResult:
    """What has become of the tests."""

    def __init__(self, stream=None, descriptions=None, verbosity=None):
        self.failfast = False
        self.buffer = False
        self.tb_locals = False
        self.failures = []
        self.errors = []
        self.skipped = []
        self.expectedFailures = []
        self.unexpectedSuccesses = []
        self.testsRun = 0
        self.shouldStop = False
        self._streams = None
        self._mirror = False

    def startTest(self, test):
        self.testsRun += 1
        if self.buffer:
            from io import StringIO
            self._streams = sys.stdout, sys.stderr
            sys.stdout, sys.stderr = StringIO(), StringIO()

    def stopTest(self, test):
        if self._streams is None:
            return
        printed = sys.stdout, sys.stderr
        sys.stdout, sys.stderr = self._streams
        self._streams = None
        if self._mirror:
            for name, stream, to in zip(_STREAMS, printed, (sys.stdout, sys.stderr)):
                to.write(_titled(name, stream.getvalue()))
        self._mirror = False

    def startTestRun(self):
        pass

    def stopTestRun(self):
        pass

    def addSuccess(self, test):
        pass

    def addError(self, test, err):
        self.errors.append((test, self._exc_info_to_string(err, test)))
        self._stop_if_wanted()

    def addFailure(self, test, err):
        self.failures.append((test, self._exc_info_to_string(err, test)))
        self._stop_if_wanted()

    def addSubTest(self, test, subtest, err):
        if err is not None:
            failed = issubclass(err[0], test.failureException)
            (self.failures if failed else self.errors).append((subtest, self._exc_info_to_string(err, test)))
            self._stop_if_wanted()

    def addSkip(self, test, reason):
        self.skipped.append((test, reason))

    def addExpectedFailure(self, test, err):
        self.expectedFailures.append((test, self._exc_info_to_string(err, test)))

    def addUnexpectedSuccess(self, test):
        self.unexpectedSuccesses.append(test)
        self._stop_if_wanted()

    def _stop_if_wanted(self):
        if self.failfast:
            self.stop()

    def _exc_info_to_string(self, err, test):
        text = _text_of(err[1])
        if self._streams is not None:
            for name, stream in zip(_STREAMS, (sys.stdout, sys.stderr)):
                text += _titled(name, stream.getvalue())
            self._mirror = True
        return text

    def wasSuccessful(self):
        return not (self.failures or self.errors or self.unexpectedSuccesses)

    def stop(self):
        self.shouldStop = True

    def __repr__(self):
        return "<unittest.result.TestResult run=%d errors=%d failures=%d>" % (
            self.testsRun, len(self.errors), len(self.failures))


class TextTestResult(TestResult):
    """Prints a letter or a line for each test, and what failed at the end."""
    separator1 = "=" * 70
    separator2 = "-" * 70

    def __init__(self, stream, descriptions, verbosity):
        super().__init__(stream, descriptions, verbosity)
        self.stream = stream
        self.showAll = verbosity > 1
        self.dots = verbosity == 1
        self.descriptions = descriptions
        self._line_begun = False

    def getDescription(self, test):
        first = test.shortDescription() if hasattr(test, "shortDescription") else None
        return "%s\n%s" % (test, first) if self.descriptions and first else str(test)

    def startTest(self, test):
        super().startTest(test)
        if self.showAll:
            self._write(self.getDescription(test) + " ... ")
            self._line_begun = True

    def _write(self, text):
        self.stream.write(text)
        self.stream.flush()

    def _report(self, test, letter, word):
        if self.dots:
            self._write(letter)
            return
        if not self.showAll:
            return
        part = isinstance(test, case._SubTest)
        if part or not self._line_begun:
            if self._line_begun:
                self._write("\n")
            self._write("  " * part + self.getDescription(test) + " ... ")
        self._write(word + "\n")
        self._line_begun = False

    def addSuccess(self, test):
        super().addSuccess(test)
        self._report(test, ".", "ok")

    def addError(self, test, err):
        super().addError(test, err)
        self._report(test, "E", "ERROR")

    def addFailure(self, test, err):
        super().addFailure(test, err)
        self._report(test, "F", "FAIL")

    def addSubTest(self, test, subtest, err):
        super().addSubTest(test, subtest, err)
        if err is not None:
            failed = issubclass(err[0], subtest.failureException)
            self._report(subtest, *(("F", "FAIL") if failed else ("E", "ERROR")))

    def addSkip(self, test, reason):
        super().addSkip(test, reason)
        self._report(test, "s", "skipped %r" % (reason,))

    def addExpectedFailure(self, test, err):
        super().addExpectedFailure(test, err)
        self._report(test, "x", "expected failure")

    def addUnexpectedSuccess(self, test):
        super().addUnexpectedSuccess(test)
        self._report(test, "u", "unexpected success")

    def printErrors(self):
        if self.dots or self.showAll:
            self._write("\n")
        for word, entries in (("ERROR", self.errors), ("FAIL", self.failures)):
            for test, text in entries:
                self._write("%s\n%s: %s\n%s\n%s\n" % (
                    self.separator1, word, self.getDescription(test), self.separator2, text))
        if self.unexpectedSuccesses:
            self._write(self.separator1 + "\n")
            for test in self.unexpectedSuccesses:
                self._write("UNEXPECTED SUCCESS: %s\n" % self.getDescription(test))


class _Fixture:
    """Stands for a class or module whose set-up or tear-down failed."""
    failureException = AssertionError

    def __init__(self, description):
        self.description = description

    def id(self):
        return self.description

    def shortDescription(self):
        return None

    def __str__(self):
        return self.description


class TestSuite:
    """Tests and suites, in order, with the set-up of their classes and modules around them."""

    def __init__(self, tests=()):
        self._tests = []
        self.addTests(tests)

    def __iter__(self):
        return iter(self._tests)

    def __repr__(self):
        return "<unittest.suite.TestSuite tests=%s>" % list(self)

    def __call__(self, *args, **kwargs):
        return self.run(*args, **kwargs)

    def countTestCases(self):
        return sum(test.countTestCases() for test in self)

    def addTest(self, test):
        if not callable(test):
            raise TypeError("%r is not callable" % (test,))
        if isinstance(test, type):
            raise TypeError("TestCases and TestSuites must be instantiated before passing them to addTest()")
        self._tests.append(test)

    def addTests(self, tests):
        if isinstance(tests, str):
            raise TypeError("tests must be an iterable of tests, not a string")
        for test in tests:
            self.addTest(test)

    def run(self, result, debug=False):
        fixtures = _Fixtures(result)
        self._run_tests(result, fixtures)
        fixtures.leave()
        return result

    def _run_tests(self, result, fixtures):
        for test in self:
            if result.shouldStop:
                return
            if isinstance(test, TestSuite):
                test._run_tests(result, fixtures)
            elif fixtures.enter(test):
                test(result)


class _Fixtures:
    """Which module and class are set up."""

    def __init__(self, result):
        self.result = result
        self.module = self.cls = None
        self.good = {"module": True, "class": True}

    def attempt(self, name, where, function, kind):
        try:
            function()
            return True
        except SkipTest as error:
            self.result.addSkip(_Fixture("%s (%s)" % (name, where)), str(error))
        except Exception as error:
            self.result.addError(_Fixture("%s (%s)" % (name, where)), (type(error), error, error.__traceback__))
        self.good[kind] = False
        return False

    def leave_class(self):
        cls, self.cls = self.cls, None
        if cls is None or not hasattr(cls, "tearDownClass"):
            return
        if self.good["class"] and self.good["module"] and not getattr(cls, "__unittest_skip__", False):
            self.attempt("tearDownClass", _class_name(cls), cls.tearDownClass, "class")
        self.attempt("tearDownClass", _class_name(cls), cls.doClassCleanups, "class")

    def leave(self):
        self.leave_class()
        name, self.module = self.module, None
        if name is not None:
            down = getattr(sys.modules.get(name), "tearDownModule", None)
            if down is not None and self.good["module"]:
                self.attempt("tearDownModule", name, down, "module")
            self.attempt("tearDownModule", name, doModuleCleanups, "module")

    def enter(self, test):
        cls = type(test)
        if cls is self.cls:
            return self.good["class"] and self.good["module"]
        if cls.__module__ != self.module:
            self.leave()
            self.module = cls.__module__
            self.good["module"] = True
            up = getattr(sys.modules.get(self.module), "setUpModule", None)
            if up is not None:
                self.attempt("setUpModule", self.module, up, "module")
        else:
            self.leave_class()
        self.cls = cls
        self.good["class"] = True
        up = getattr(cls, "setUpClass", None)
        if self.good["module"] and up is not None and not getattr(cls, "__unittest_skip__", False):
            if not self.attempt("setUpClass", _class_name(cls), up, "class"):
                cls.doClassCleanups()
        return self.good["class"] and self.good["module"]


class TestLoader:
    """Finds tests by the names of their methods."""
    testMethodPrefix = "test"
    suiteClass = TestSuite

    def getTestCaseNames(self, testCaseClass):
        return [name for name in dir(testCaseClass)
                if name.startswith(self.testMethodPrefix) and callable(getattr(testCaseClass, name))]

    def loadTestsFromTestCase(self, testCaseClass):
        names = self.getTestCaseNames(testCaseClass)
        if not names and hasattr(testCaseClass, "runTest"):
            names = ["runTest"]
        return self.suiteClass([testCaseClass(name) for name in names])

    def loadTestsFromModule(self, module, *args, pattern=None):
        found = [self.loadTestsFromTestCase(item) for item in (getattr(module, name) for name in dir(module))
                 if isinstance(item, type) and issubclass(item, TestCase)
                 and item not in (TestCase, FunctionTestCase)]
        tests = self.suiteClass(found)
        load_tests = getattr(module, "load_tests", None)
        return load_tests(self, tests, pattern) if load_tests is not None else tests

    def loadTestsFromName(self, name, module=None):
        parent = None
        parts = name.split(".")
        item = module
        if item is None:
            item = __import__(parts.pop(0))
        for part in parts:
            parent, item = item, getattr(item, part)
        if isinstance(item, type(sys)):
            return self.loadTestsFromModule(item)
        if isinstance(item, type) and issubclass(item, TestCase):
            return self.loadTestsFromTestCase(item)
        if isinstance(parent, type) and issubclass(parent, TestCase):
            return self.suiteClass([parent(parts[-1])])
        if isinstance(item, (TestCase, TestSuite)):
            return self.suiteClass([item])
        made = item()
        return made if isinstance(made, TestSuite) else self.suiteClass([made])

    def loadTestsFromNames(self, names, module=None):
        return self.suiteClass([self.loadTestsFromName(name, module) for name in names])


defaultTestLoader = TestLoader()


def makeSuite(testCaseClass, prefix="test", suiteClass=TestSuite):
    loader = TestLoader()
    loader.testMethodPrefix = prefix
    loader.suiteClass = suiteClass
    return loader.loadTestsFromTestCase(testCaseClass)


class TextTestRunner:
    """Runs tests and reports in text."""
    resultclass = TextTestResult

    def __init__(self, stream=None, descriptions=True, verbosity=1, failfast=False, buffer=False,
                 resultclass=None, warnings=None, *, tb_locals=False):
        self.stream = sys.stderr if stream is None else stream
        self.descriptions = descriptions
        self.verbosity = verbosity
        self.failfast = failfast
        self.buffer = buffer
        if resultclass is not None:
            self.resultclass = resultclass

    def _makeResult(self):
        return self.resultclass(self.stream, self.descriptions, self.verbosity)

    def run(self, test):
        result = self._makeResult()
        result.failfast = self.failfast
        result.buffer = self.buffer
        begun = time.perf_counter()
        result.startTestRun()
        try:
            test(result)
        finally:
            result.stopTestRun()
        seconds = time.perf_counter() - begun
        if hasattr(result, "printErrors"):
            result.printErrors()
        self._summary(result, seconds)
        return result

    def _summary(self, result, seconds):
        counts = [(word, len(entries)) for word, entries in (
            ("failures", result.failures), ("errors", result.errors), ("skipped", result.skipped),
            ("expected failures", result.expectedFailures),
            ("unexpected successes", result.unexpectedSuccesses)) if entries]
        shown = ", ".join("%s=%d" % count for count in counts)
        self.stream.write("%s\nRan %d test%s in %.3fs\n\n%s%s\n" % (
            TextTestResult.separator2, result.testsRun, "" if result.testsRun == 1 else "s", seconds,
            "OK" if result.wasSuccessful() else "FAILED", " (%s)" % shown if shown else ""))
        self.stream.flush()


class TestProgram:
    """What a test file runs at its end: reads the command line, runs the tests, exits."""

    def __init__(self, module="__main__", defaultTest=None, argv=None, testRunner=None,
                 testLoader=defaultTestLoader, exit=True, verbosity=1, failfast=None, catchbreak=None,
                 buffer=None, warnings=None, *, tb_locals=False):
        self.module = __import__(module) if isinstance(module, str) else module
        options = self._options(sys.argv if argv is None else argv, verbosity, failfast, buffer)
        names = options.tests
        if not names and defaultTest is not None:
            names = [defaultTest] if isinstance(defaultTest, str) else list(defaultTest)
        self.test = (testLoader.loadTestsFromNames(names, self.module) if names
                     else testLoader.loadTestsFromModule(self.module))
        if options.patterns:
            self.test = TestSuite(_matching(self.test, options.patterns))
        if testRunner is None:
            testRunner = TextTestRunner
        if isinstance(testRunner, type):
            testRunner = testRunner(verbosity=options.verbosity, failfast=options.failfast, buffer=options.buffer)
        self.result = testRunner.run(self.test)
        if exit:
            sys.exit(not self.result.wasSuccessful())

    def _options(self, argv, verbosity, failfast, buffer):
        import argparse
        parser = argparse.ArgumentParser(prog=argv[0].rpartition("/")[2] if argv else None)
        parser.add_argument("-v", "--verbose", dest="verbosity", action="store_const", const=2, help="Verbose output")
        parser.add_argument("-q", "--quiet", dest="verbosity", action="store_const", const=0, help="Quiet output")
        parser.add_argument("-f", "--failfast", action="store_true", help="Stop on first fail or error")
        parser.add_argument("-b", "--buffer", action="store_true", help="Buffer stdout and stderr during tests")
        parser.add_argument("-c", "--catch", action="store_true", help="Catch Ctrl-C and display results so far")
        parser.add_argument("-k", dest="patterns", action="append",
                            help="Only run tests which match the given substring")
        parser.add_argument("tests", nargs="*", help="a list of any number of test modules, classes and test methods.")
        options = parser.parse_args(argv[1:])
        if options.verbosity is None:
            options.verbosity = verbosity
        options.failfast = options.failfast or bool(failfast)
        options.buffer = options.buffer or bool(buffer)
        return options


def _matching(suite, patterns):
    for test in suite:
        if isinstance(test, TestSuite):
            for inner in _matching(test, patterns):
                yield inner
        elif any(pattern.strip("*") in test.id() for pattern in patterns):
            yield test


main = TestProgram
