"""TestCase of unittest: the assertions, and how one test runs."""
import re as _re
import warnings as _warnings
import sys as _sys

import _unittest_texts as _texts


class SkipTest(Exception):
    """Raised in a test to skip it."""


class _ShouldStop(Exception):
    """The test has failed where an expected failure or a failed part is to end it."""


def _identity(value):
    return value


def skip(reason):
    def decorate(item):
        if not isinstance(item, type):
            def skipped(*args, **kwargs):
                raise SkipTest(reason)

            skipped.__name__ = item.__name__
            skipped.__doc__ = item.__doc__
            item = skipped
        item.__unittest_skip__ = True
        item.__unittest_skip_why__ = reason
        return item

    if callable(reason) and hasattr(reason, "__name__"):
        item, reason = reason, ""
        return decorate(item)
    return decorate


def skipIf(condition, reason):
    return skip(reason) if condition else _identity


def skipUnless(condition, reason):
    return _identity if condition else skip(reason)


def expectedFailure(item):
    item.__unittest_expecting_failure__ = True
    return item


_module_cleanups = []


def addModuleCleanup(function, /, *args, **kwargs):
    _module_cleanups.append((function, args, kwargs))


def doModuleCleanups():
    _run_cleanups(_module_cleanups)


def _run_cleanups(cleanups):
    first = None
    while cleanups:
        function, args, kwargs = cleanups.pop()
        try:
            function(*args, **kwargs)
        except Exception as error:
            first = first or error
    if first is not None:
        raise first


def _enter(manager, add_cleanup):
    kind = type(manager)
    try:
        enter, leave = kind.__enter__, kind.__exit__
    except AttributeError:
        raise TypeError("'%s.%s' object does not support the context manager protocol"
                        % (kind.__module__, kind.__qualname__)) from None
    result = enter(manager)
    add_cleanup(leave, manager, None, None, None)
    return result


class _Expecting:
    """What assertRaises and assertWarns give: a context manager that checks what happened."""

    def __init__(self, case, expected, base, pattern=None):
        self.case = case
        self.expected = expected
        self.pattern = _re.compile(pattern) if isinstance(pattern, (str, bytes)) else pattern
        self.base = base
        self.by = ""
        self.msg = None

    def fail(self, text):
        raise self.case.failureException(self.case._formatMessage(self.msg, text))

    def use(self, name, args, kwargs):
        kinds = self.expected if isinstance(self.expected, tuple) else (self.expected,)
        if not all(isinstance(kind, type) and issubclass(kind, self.base) for kind in kinds):
            raise TypeError("%s() arg 1 must be %s" % (name, self.what))
        if not args:
            self.msg = kwargs.pop("msg", None)
            if kwargs:
                raise TypeError("%r is an invalid keyword argument for this function" % next(iter(kwargs)))
            return self
        function, *rest = args
        self.by = " by " + getattr(function, "__name__", str(function))
        with self:
            function(*rest, **kwargs)

    def expected_name(self):
        try:
            return self.expected.__name__
        except AttributeError:
            return str(self.expected)

    def check_pattern(self, text):
        if self.pattern is not None and not self.pattern.search(text):
            self.fail('"%s" does not match "%s"' % (self.pattern.pattern, text))


class _AssertRaisesContext(_Expecting):
    what = "an exception type or tuple of exception types"

    def __enter__(self):
        return self

    def __exit__(self, kind, value, traceback):
        if kind is None:
            self.fail("%s not raised%s" % (self.expected_name(), self.by))
        if not issubclass(kind, self.expected):
            return False
        self.exception = value.with_traceback(None)
        self.check_pattern(str(value))
        return True


class _AssertWarnsContext(_Expecting):
    what = "a warning class or tuple of warning classes"

    def __enter__(self):
        self.manager = _warnings.catch_warnings(record=True)
        self.warnings = self.manager.__enter__()
        _warnings.simplefilter("always", self.expected)
        return self

    def __exit__(self, kind, value, traceback):
        self.manager.__exit__(kind, value, traceback)
        if kind is not None:
            return
        matching = None
        for seen in self.warnings:
            warning = seen.message
            if not isinstance(warning, self.expected):
                continue
            matching = matching or warning
            if self.pattern is not None and not self.pattern.search(str(warning)):
                continue
            self.warning = warning
            self.filename = seen.filename
            self.lineno = seen.lineno
            return
        if matching is not None:
            self.check_pattern(str(matching))
        self.fail("%s not triggered%s" % (self.expected_name(), self.by))


class _AssertLogsContext:
    """What assertLogs and assertNoLogs give: what is logged meanwhile goes to it alone."""

    def __init__(self, case, logger, level, wanted):
        import logging
        self.case = case
        self.wanted = wanted
        self.logger = logger if isinstance(logger, logging.Logger) else logging.getLogger(logger)
        self.level = logging.getLevelName(level) if isinstance(level, str) else level
        self.level = self.level or logging.INFO
        self.level_name = logging.getLevelName(self.level)
        self.records = []
        self.output = []

        class Collector(logging.Handler):
            def emit(handler, record):
                self.records.append(record)
                self.output.append(handler.format(record))

        self.collector = Collector()
        self.collector.setFormatter(logging.Formatter("%(levelname)s:%(name)s:%(message)s"))

    def __enter__(self):
        logger = self.logger
        self.before = logger.handlers, logger.level, logger.propagate
        logger.handlers, logger.propagate = [self.collector], False
        logger.setLevel(self.level)
        self.collector.setLevel(self.level)
        return self if self.wanted else None

    def __exit__(self, kind, value, traceback):
        level = self.before[1]
        self.logger.handlers, _, self.logger.propagate = self.before
        self.logger.setLevel(level)
        if kind is not None or self.wanted == bool(self.records):
            return
        text = ("no logs of level %s or higher triggered on %s" % (self.level_name, self.logger.name)
                if self.wanted else "Unexpected logs found: %r" % self.output)
        raise self.case.failureException(self.case._formatMessage(None, text))


class _Outcome:
    """What has become of one test so far."""

    def __init__(self, result):
        self.result = result
        self.success = True
        self.expecting_failure = False
        self.expected_failure = None

    def run(self, case, function, args=(), sub_test=False):
        """Runs a part of the test and reports what it raises. Whether the test may go on."""
        before, self.success = self.success, True
        try:
            function(*args)
        except KeyboardInterrupt:
            raise
        except SkipTest as error:
            self.success = False
            self.result.addSkip(case, str(error))
        except _ShouldStop:
            pass
        except BaseException as error:
            self.note(case, error, sub_test)
        good, self.success = self.success, before and self.success
        return good

    def note(self, case, error, sub_test):
        self.success = False
        info = (type(error), error, error.__traceback__)
        if self.expecting_failure:
            self.expected_failure = info
        elif sub_test:
            self.result.addSubTest(case.test_case, case, info)
        elif issubclass(info[0], case.failureException):
            self.result.addFailure(case, info)
        else:
            self.result.addError(case, info)


class _SubTestContext:
    def __init__(self, case, sub_test):
        self.case = case
        self.sub_test = sub_test

    def __enter__(self):
        self.outer = self.case._subtest
        self.case._subtest = self.sub_test
        outcome = self.case._outcome
        self.before, outcome.success = outcome.success, True

    def __exit__(self, kind, value, traceback):
        self.case._subtest = self.outer
        outcome = self.case._outcome
        if kind is None:
            if outcome.success:
                outcome.result.addSubTest(self.case, self.sub_test, None)
        elif issubclass(kind, KeyboardInterrupt):
            return False
        elif issubclass(kind, SkipTest):
            outcome.success = False
            outcome.result.addSkip(self.sub_test, str(value))
        elif not issubclass(kind, _ShouldStop):
            outcome.note(self.sub_test, value, True)
        good, outcome.success = outcome.success, self.before and outcome.success
        if not good and (outcome.result.failfast or outcome.expecting_failure):
            raise _ShouldStop
        return True


class _Assertions:
    """The assertions, apart from those that compare containers."""
    failureException = AssertionError
    longMessage = True
    maxDiff = 80 * 8

    def fail(self, msg=None):
        raise self.failureException(msg)

    def _formatMessage(self, msg, standard):
        if not self.longMessage:
            return msg or standard
        if msg is None:
            return standard
        return "%s : %s" % (standard, msg)

    def _fail_unless(self, good, msg, form, *values):
        if not good:
            text = form % tuple(_texts.safe_repr(value) for value in values)
            raise self.failureException(self._formatMessage(msg, text))

    def assertFalse(self, expr, msg=None):
        self._fail_unless(not expr, msg, "%s is not false", expr)

    def assertTrue(self, expr, msg=None):
        self._fail_unless(expr, msg, "%s is not true", expr)

    def assertRaises(self, expected_exception, *args, **kwargs):
        context = _AssertRaisesContext(self, expected_exception, BaseException)
        return context.use("assertRaises", args, kwargs)

    def assertRaisesRegex(self, expected_exception, expected_regex, *args, **kwargs):
        context = _AssertRaisesContext(self, expected_exception, BaseException, expected_regex)
        return context.use("assertRaisesRegex", args, kwargs)

    def assertWarns(self, expected_warning, *args, **kwargs):
        return _AssertWarnsContext(self, expected_warning, Warning).use("assertWarns", args, kwargs)

    def assertWarnsRegex(self, expected_warning, expected_regex, *args, **kwargs):
        context = _AssertWarnsContext(self, expected_warning, Warning, expected_regex)
        return context.use("assertWarnsRegex", args, kwargs)

    def assertLogs(self, logger=None, level=None):
        return _AssertLogsContext(self, logger, level, True)

    def assertNoLogs(self, logger=None, level=None):
        return _AssertLogsContext(self, logger, level, False)

    def assertNotEqual(self, first, second, msg=None):
        self._fail_unless(first != second, msg, "%s == %s", first, second)

    def _almost(self, first, second, places, delta):
        """Whether two numbers are almost equal, and what says how far apart they are."""
        if first == second:
            return True, ""
        if delta is not None and places is not None:
            raise TypeError("specify delta or places not both")
        difference = abs(first - second)
        shown = _texts.safe_repr(difference)
        if delta is not None:
            return difference <= delta, "within %s delta (%s difference)" % (_texts.safe_repr(delta), shown)
        places = 7 if places is None else places
        return round(difference, places) == 0, "within %s places (%s difference)" % (places, shown)

    def assertAlmostEqual(self, first, second, places=None, msg=None, delta=None):
        good, how = self._almost(first, second, places, delta)
        self._fail_unless(good, msg, "%s != %s " + how.replace("%", "%%"), first, second)

    def assertNotAlmostEqual(self, first, second, places=None, msg=None, delta=None):
        good, how = self._almost(first, second, places, delta)
        if delta is None:
            how = "within %s places" % (7 if places is None else places)
        self._fail_unless(not good, msg, "%s == %s " + how.replace("%", "%%"), first, second)

    def assertIn(self, member, container, msg=None):
        self._fail_unless(member in container, msg, "%s not found in %s", member, container)

    def assertNotIn(self, member, container, msg=None):
        self._fail_unless(member not in container, msg, "%s unexpectedly found in %s", member, container)

    def assertIs(self, expr1, expr2, msg=None):
        self._fail_unless(expr1 is expr2, msg, "%s is not %s", expr1, expr2)

    def assertIsNot(self, expr1, expr2, msg=None):
        self._fail_unless(expr1 is not expr2, msg, "unexpectedly identical: %s", *[expr1][:expr1 is expr2])

    def assertLess(self, a, b, msg=None):
        self._fail_unless(a < b, msg, "%s not less than %s", a, b)

    def assertLessEqual(self, a, b, msg=None):
        self._fail_unless(a <= b, msg, "%s not less than or equal to %s", a, b)

    def assertGreater(self, a, b, msg=None):
        self._fail_unless(a > b, msg, "%s not greater than %s", a, b)

    def assertGreaterEqual(self, a, b, msg=None):
        self._fail_unless(a >= b, msg, "%s not greater than or equal to %s", a, b)

    def assertIsNone(self, obj, msg=None):
        self._fail_unless(obj is None, msg, "%s is not None", obj)

    def assertIsNotNone(self, obj, msg=None):
        self._fail_unless(obj is not None, msg, "unexpectedly None")

    def assertIsInstance(self, obj, cls, msg=None):
        if not isinstance(obj, cls):
            text = "%s is not an instance of %r" % (_texts.safe_repr(obj), cls)
            raise self.failureException(self._formatMessage(msg, text))

    def assertNotIsInstance(self, obj, cls, msg=None):
        if isinstance(obj, cls):
            text = "%s is an instance of %r" % (_texts.safe_repr(obj), cls)
            raise self.failureException(self._formatMessage(msg, text))

    def assertRegex(self, text, expected_regex, msg=None):
        pattern = _re.compile(expected_regex) if isinstance(expected_regex, (str, bytes)) else expected_regex
        if not pattern.search(text):
            standard = "Regex didn't match: %r not found in %r" % (pattern.pattern, text)
            raise self.failureException(self._formatMessage(msg, standard))

    def assertNotRegex(self, text, unexpected_regex, msg=None):
        pattern = _re.compile(unexpected_regex) if isinstance(unexpected_regex, (str, bytes)) else unexpected_regex
        found = pattern.search(text)
        if found:
            standard = "Regex matched: %r matches %r in %r" % (
                text[found.start():found.end()], pattern.pattern, text)
            raise self.failureException(self._formatMessage(msg, standard))


class _ContainerAssertions(_Assertions):
    """The assertions that compare containers and texts and say how they differ."""

    def addTypeEqualityFunc(self, typeobj, function):
        self._type_equality_funcs[typeobj] = function

    def _getAssertEqualityFunc(self, first, second):
        if type(first) is type(second):
            function = self._type_equality_funcs.get(type(first))
            if function is not None:
                return getattr(self, function) if isinstance(function, str) else function
        return self._baseAssertEqual

    def _baseAssertEqual(self, first, second, msg=None):
        if not first == second:
            raise self.failureException(self._formatMessage(msg, "%s != %s" % tuple(_texts.repr_both(first, second))))

    def assertEqual(self, first, second, msg=None):
        self._getAssertEqualityFunc(first, second)(first, second, msg=msg)

    def _require(self, value, kind, what):
        if not isinstance(value, kind):
            raise self.failureException("%s is not a %s: %s" % (what, kind.__name__, _texts.safe_repr(value)))

    def assertSequenceEqual(self, first, second, msg=None, seq_type=None):
        kind = "sequence"
        if seq_type is not None:
            kind = seq_type.__name__
            self._require(first, seq_type, "First sequence")
            self._require(second, seq_type, "Second sequence")
        standard = _texts.sequence_difference(first, second, kind)
        if standard is not None:
            text = _texts.with_diff(standard, _texts.diff_of_values(first, second), self.maxDiff)
            self.fail(self._formatMessage(msg, text))

    def assertListEqual(self, list1, list2, msg=None):
        self.assertSequenceEqual(list1, list2, msg, seq_type=list)

    def assertTupleEqual(self, tuple1, tuple2, msg=None):
        self.assertSequenceEqual(tuple1, tuple2, msg, seq_type=tuple)

    def assertSetEqual(self, set1, set2, msg=None):
        try:
            text = _texts.set_difference(set1, set2)
        except TypeError as error:
            self.fail("invalid type when attempting set difference: %s" % error)
        except AttributeError as error:
            self.fail("first argument does not support set difference: %s" % error)
        if text:
            self.fail(self._formatMessage(msg, text))

    def assertDictEqual(self, d1, d2, msg=None):
        for value, what in ((d1, "First"), (d2, "Second")):
            if not isinstance(value, dict):
                self.fail(self._formatMessage(None, "%s argument is not a dictionary" % what))
        if d1 != d2:
            text = "%s != %s" % tuple(_texts.repr_both(d1, d2))
            self.fail(self._formatMessage(msg, _texts.with_diff(text, _texts.diff_of_values(d1, d2), self.maxDiff)))

    def assertCountEqual(self, first, second, msg=None):
        differences = _texts.count_differences(first, second)
        if differences:
            lines = ["First has %d, Second has %d:  %r" % difference for difference in differences]
            text = "Element counts were not equal:\n" + "\n".join(lines)
            self.fail(self._formatMessage(msg, _texts.with_diff(text, "", self.maxDiff)))

    def assertMultiLineEqual(self, first, second, msg=None):
        self._require(first, str, "First argument")
        self._require(second, str, "Second argument")
        if first != second:
            diff = "\n" + "\n".join(_texts.line_diff(first.splitlines(), second.splitlines())) + "\n"
            text = "%s != %s" % tuple(_texts.repr_both(first, second))
            self.fail(self._formatMessage(msg, _texts.with_diff(text, diff, self.maxDiff)))


class TestCase(_ContainerAssertions):
    """One test: the method that its name tells, between setUp and tearDown."""
    _class_cleanups = []

    def __init__(self, methodName="runTest"):
        self._testMethodName = methodName
        self._outcome = None
        self._subtest = None
        self._cleanups = []
        self._type_equality_funcs = {
            dict: "assertDictEqual", list: "assertListEqual", tuple: "assertTupleEqual",
            set: "assertSetEqual", frozenset: "assertSetEqual", str: "assertMultiLineEqual"}
        method = getattr(self, methodName, None)
        if method is None and methodName != "runTest":
            raise ValueError("no such test method in %s: %s" % (self.__class__, methodName))
        self._testMethodDoc = getattr(method, "__doc__", None)

    def __init_subclass__(cls, **kwargs):
        super().__init_subclass__(**kwargs)
        cls._class_cleanups = []

    def setUp(self):
        pass

    def tearDown(self):
        pass

    @classmethod
    def setUpClass(cls):
        pass

    @classmethod
    def tearDownClass(cls):
        pass

    def addCleanup(self, function, /, *args, **kwargs):
        self._cleanups.append((function, args, kwargs))

    def enterContext(self, cm):
        return _enter(cm, self.addCleanup)

    @classmethod
    def addClassCleanup(cls, function, /, *args, **kwargs):
        cls._class_cleanups.append((function, args, kwargs))

    @classmethod
    def enterClassContext(cls, cm):
        return _enter(cm, cls.addClassCleanup)

    @classmethod
    def doClassCleanups(cls):
        _run_cleanups(cls._class_cleanups)

    def doCleanups(self):
        outcome = self._outcome
        while self._cleanups:
            function, args, kwargs = self._cleanups.pop()
            if outcome is None:
                function(*args, **kwargs)
            else:
                outcome.run(self, lambda: function(*args, **kwargs))
        return outcome is None or outcome.success

    def countTestCases(self):
        return 1

    def defaultTestResult(self):
        from unittest import TestResult
        return TestResult()

    def id(self):
        return "%s.%s" % (_class_name(self.__class__), self._testMethodName)

    def shortDescription(self):
        doc = self._testMethodDoc
        return doc.strip().split("\n")[0].strip() if doc else None

    def __str__(self):
        return "%s (%s)" % (self._testMethodName, self.id())

    def __repr__(self):
        return "<%s testMethod=%s>" % (_class_name(self.__class__), self._testMethodName)

    def __eq__(self, other):
        if type(self) is not type(other):
            return NotImplemented
        return self._testMethodName == other._testMethodName

    def __hash__(self):
        return hash((type(self), self._testMethodName))

    def __call__(self, *args, **kwargs):
        return self.run(*args, **kwargs)

    def skipTest(self, reason):
        raise SkipTest(reason)

    def subTest(self, msg=None, **params):
        if self._outcome is None:
            from contextlib import nullcontext
            return nullcontext()
        if self._subtest is not None:
            params = {**self._subtest.params, **params}
        return _SubTestContext(self, _SubTest(self, msg, params))

    def run(self, result=None):
        own = result is None
        if own:
            result = self.defaultTestResult()
        result.startTest(self)
        try:
            method = getattr(self, self._testMethodName)
            for item in (self.__class__, method):
                if getattr(item, "__unittest_skip__", False):
                    result.addSkip(self, getattr(item, "__unittest_skip_why__", ""))
                    return result
            self._outcome = outcome = _Outcome(result)
            outcome.expecting_failure = (getattr(self.__class__, "__unittest_expecting_failure__", False)
                                         or getattr(method, "__unittest_expecting_failure__", False))
            try:
                self._run_parts(outcome, method)
            finally:
                self._outcome = None
            return result
        finally:
            result.stopTest(self)

    def _run_parts(self, outcome, method):
        expecting, outcome.expecting_failure = outcome.expecting_failure, False
        if outcome.run(self, self.setUp):
            outcome.expecting_failure = expecting
            outcome.run(self, method)
            outcome.expecting_failure = False
            outcome.run(self, self.tearDown)
        self.doCleanups()
        if expecting and outcome.expected_failure is not None:
            outcome.result.addExpectedFailure(self, outcome.expected_failure)
        elif expecting and outcome.success:
            outcome.result.addUnexpectedSuccess(self)
        elif outcome.success:
            outcome.result.addSuccess(self)

    def debug(self):
        self.setUp()
        getattr(self, self._testMethodName)()
        self.tearDown()
        self.doCleanups()


class FunctionTestCase(TestCase):
    """A test made of a plain function."""

    def __init__(self, testFunc, setUp=None, tearDown=None, description=None):
        super().__init__()
        self._parts = setUp, tearDown, testFunc
        self._description = description

    def setUp(self):
        if self._parts[0] is not None:
            self._parts[0]()

    def tearDown(self):
        if self._parts[1] is not None:
            self._parts[1]()

    def runTest(self):
        self._parts[2]()

    def id(self):
        return self._parts[2].__name__

    def __str__(self):
        return "%s (%s)" % (_class_name(self.__class__), self._parts[2].__name__)

    def shortDescription(self):
        return self._description


class _SubTest(TestCase):
    def __init__(self, test_case, message, params):
        super().__init__()
        self.test_case = test_case
        self.message = message
        self.params = params
        self.failureException = test_case.failureException

    def _description(self):
        parts = []
        if self.message is not None:
            parts.append("[%s]" % self.message)
        if self.params:
            parts.append("(%s)" % ", ".join("%s=%r" % item for item in self.params.items()))
        return " ".join(parts) or "(<subtest>)"

    def id(self):
        return "%s %s" % (self.test_case.id(), self._description())

    def shortDescription(self):
        return self.test_case.shortDescription()

    def __str__(self):
        return "%s %s" % (self.test_case, self._description())


def _class_name(cls):
    return "%s.%s" % (cls.__module__, cls.__qualname__)
