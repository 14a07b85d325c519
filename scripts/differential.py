#!/usr/bin/env python3
"""Generates programs, runs them under python3 and in all modes of gilsim, and shrinks a difference.

    scripts/differential.py BINARY [--programs N] [--seed S] [--modes gil,fine,lockfree] [--keep DIR]

Programs are made at random from a seed: functions with all kinds of parameters, classes with special
methods, generators, exceptions, containers, formatting, threads that are joined. What they print is
fixed; every statement may raise, and then the exception's type and text are printed. A program that
prints something else in a mode than under python3 is made smaller, statement by statement, as long
as it still differs, and printed. Exits with 1 if there was a difference.
"""
import argparse
import ast
import os
import random
import shutil
import subprocess
import sys
import tempfile

TIMEOUT_S = 20
WORDS = ["a", "bc", "é", "Zed", "", "x y", "10", "-3", "0x1f", "tail\\n"]
NAMES = ["u", "v", "w", "p", "q"]


class Maker:
    """One random program."""

    def __init__(self, seed):
        self.random = random.Random(seed)
        self.lines = []
        self.functions = []  # (name, number of required arguments)
        self.generators = []
        self.classes = []
        self.depth = 0

    def pick(self, *choices):
        return self.random.choice(choices)

    def number(self):
        return self.pick("0", "1", "2", "3", "7", "-1", "-5", "10", "255", "1000003", "2**31", "-2**63", "2**64 + 1",
                         "0.0", "-0.0", "0.5", "-2.25", "1e16", "1e-7", "3.0", "True", "False")

    def atom(self):
        kind = self.random.randrange(12)
        if kind < 4:
            return self.number()
        if kind < 6:
            return "'%s'" % self.random.choice(WORDS)
        if kind < 9:
            return self.random.choice(NAMES)
        return self.pick("None", "[]", "()", "{}", "set()", "b'ab'", "[1, 2, 3]", "(4, 'f')", "{'k': 1, 2: 'z'}", "range(4)")

    def expression(self, depth=0):
        if depth > 3 or self.random.random() < 0.25:
            return self.atom()
        e = lambda: self.expression(depth + 1)
        kind = self.random.randrange(30)
        if kind < 6:
            if self.random.random() < 0.15:
                return "times(%s, %s)" % (e(), e())
            return "(%s %s %s)" % (e(), self.pick("+", "-", "//", "%", "/", "&", "|", "^"), e())
        if kind < 9:
            return "(%s %s %s)" % (e(), self.pick("<", "<=", "==", "!=", ">", ">=", "is", "is not", "in", "not in"), self.expression(3))
        if kind == 9:
            return "(%s %s %s)" % (e(), self.pick("and", "or"), e())
        if kind == 10:
            return "(%s if %s else %s)" % (e(), e(), e())
        if kind == 11:
            return "(%s %s)" % (self.pick("not", "-", "~", "+"), e())
        if kind == 12:
            return "%s[%s]" % (e(), e())
        if kind == 13:
            bound = lambda: self.pick("", "1", "-1", "2", "-2", "100")
            return "%s[%s:%s%s]" % (e(), bound(), bound(), self.pick("", ":2", ":-1"))
        if kind == 14:
            return "[%s, %s]" % (e(), e())
        if kind == 15:
            return "(%s, %s)" % (e(), e())
        if kind == 16:
            return "{%s: %s, 'd': %s}" % (self.pick("1", "'k'", "(1, 2)", "u"), e(), e())
        if kind == 17:
            return "[%s for x in small(%s)%s]" % (self.pick("x", "(x, x)", "str(x)", "u"), e(), self.pick("", " if x"))
        if kind == 18:
            return "f'{%s%s}|{%s!r:>%d}'" % (self.random.choice(NAMES), self.pick("", ":>5", "!s", ":d", ":.2f", ":x"), self.random.choice(NAMES), self.random.randrange(1, 9))
        if kind == 19:
            return "'%s' %% (%s,)" % (self.pick("%s", "%d", "%r", "%5.1f", "%x", "%-4s|", "%c", "%s %s"), e())
        if kind == 20:
            return "%s(%s)" % (self.pick("len", "str", "repr", "int", "float", "abs", "bool", "list", "tuple", "sum", "min", "max", "hash_of", "type_of", "reversed_of", "round", "ord", "chr", "hex", "any", "all", "sorted_of"), e())
        if kind == 21:
            return "%s.%s" % (self.pick("'a,b c'", "'Hello World'", "u", "v", "'é€'", "' pad '"),
                              self.pick("upper()", "split()", "split(',')", "strip()", "find('l')", "replace('l', 'LL')", "title()", "encode()",
                                        "center(13, '*')", "startswith('H')", "join(['1', '2'])", "isdigit()", "count('l')", "zfill(8)", "partition(' ')"))
        if kind == 22:
            return "%s.%s" % (self.pick("[3, 1, 2]", "list('hello')", "u", "w"),
                              self.pick("index(1)", "count('l')", "copy()", "pop()", "sort()", "append(1)", "reverse()", "get('k')", "items()", "keys_of()"))
        if kind < 26 and self.functions:
            name, required = self.random.choice(self.functions)
            count = max(0, required + self.pick(0, 0, 0, 1, -1))
            args = [self.pick("", "", "*") + e() if self.random.random() < 0.1 else e() for _ in range(count)]
            if self.random.random() < 0.2:
                args.append("k=" + e())
            return "%s(%s)" % (name, ", ".join(args))
        if kind == 26 and self.classes:
            return "%s(%s).%s" % (self.random.choice(self.classes), e(), self.pick("get()", "value", "twice(%s)" % e(), "missing", "prop"))
        if kind == 27 and self.classes:
            name = self.random.choice(self.classes)
            return "(%s(%s) %s %s)" % (name, e(), self.pick("+", "==", "<"), self.pick(e(), "%s(%s)" % (name, e())))
        if kind == 28 and self.generators:
            return "%s(small(%s))" % (self.pick("list", "sum", "tuple", "max"), "%s(%s)" % (self.random.choice(self.generators), e()))
        if kind == 29:
            return "(lambda x, y=%s: %s)(%s)" % (self.atom(), self.pick("x", "(x, y)", "y", "x + y"), e())
        return self.atom()

    # ---- statements
    def emit(self, indent, text):
        self.lines.append("    " * indent + text)

    def block(self, indent, count, in_function, in_loop=False):
        for _ in range(count):
            self.statement(indent, in_function, in_loop)

    def statement(self, indent, in_function, in_loop=False):
        kind = self.random.randrange(20)
        name = self.random.choice(NAMES)
        if indent > 4 or kind < 6:
            self.emit(indent, "%s = %s" % (name, self.expression()))
        elif kind < 8:
            self.emit(indent, "show(%s)" % self.expression())
        elif kind == 8:
            op = self.pick("+", "-", "*", "|", "//")
            self.emit(indent, "%s %s= %s" % (name, op, self.pick("2", "0", "'a'", "1.5", "[1]") if op == "*" else self.atom()))
        elif kind == 9:
            self.emit(indent, "if %s:" % self.expression())
            self.block(indent + 1, self.random.randrange(1, 3), in_function, in_loop)
            if self.random.random() < 0.5:
                self.emit(indent, "else:")
                self.block(indent + 1, 1, in_function, in_loop)
        elif kind in (10, 11):
            self.emit(indent, "for %s in small(%s):" % (self.pick(name, name, "%s, z" % name), self.expression()))
            self.block(indent + 1, self.random.randrange(1, 3), in_function, True)
            if self.random.random() < 0.3:
                self.emit(indent + 1, self.pick("continue", "break"))
                if self.random.random() < 0.5:
                    self.emit(indent, "else:")
                    self.block(indent + 1, 1, in_function, in_loop)
        elif kind in (12, 13):
            self.emit(indent, "try:")
            self.block(indent + 1, self.random.randrange(1, 3), in_function, in_loop)
            self.emit(indent, "except %s as e:" % self.pick("TypeError", "ValueError", "(KeyError, IndexError)", "Exception", "ZeroDivisionError"))
            self.emit(indent + 1, "show(type(e).__name__, e)")
            if self.random.random() < 0.3:
                self.emit(indent, "finally:")
                self.block(indent + 1, 1, in_function, in_loop)
        elif kind == 14:
            self.emit(indent, "%s[%s] = %s" % (name, self.expression(2), self.expression(2)))
        elif kind == 15:
            self.emit(indent, "%s, %s = %s" % (self.pick("u", "*u"), self.pick("v", "p"), self.expression()))
        elif kind == 16 and in_function:
            self.emit(indent, "return %s" % self.expression())
        elif kind == 17 and in_loop:
            self.emit(indent, self.pick("continue", "break"))
        elif kind == 18:
            self.emit(indent, "raise %s(%s)" % (self.pick("ValueError", "KeyError", "TypeError"), self.atom()))
        elif kind == 19:
            self.emit(indent, "with Manager(%s)%s:" % (self.pick("True", "False"), self.pick("", " as %s" % name)))
            self.block(indent + 1, 1, in_function, in_loop)
        else:
            self.emit(indent, "del %s" % self.pick(name, "%s[%s]" % (name, self.atom())))

    def guarded(self, body):
        """A top-level statement whose exception is printed."""
        self.emit(0, "try:")
        body()
        self.emit(0, "except Exception as e:")
        self.emit(1, "show('raised', type(e).__name__, e)")

    def function(self):
        name = "f%d" % len(self.functions)
        required = self.random.randrange(3)
        parameters = NAMES[:required]
        if self.random.random() < 0.4:
            parameters = parameters + ["%s=%s" % (NAMES[3], self.number())]
        parameters += self.pick([], [], ["*rest"], ["*", "k=None"], ["**more"], ["*rest", "k=0", "**more"])
        self.emit(0, "def %s(%s):" % (name, ", ".join(parameters)))
        self.block(1, self.random.randrange(1, 5), True)
        self.emit(1, "return %s" % self.expression())
        self.functions.append((name, required))

    def generator(self):
        name = "g%d" % len(self.generators)
        self.emit(0, "def %s(u, v=2):" % name)
        for _ in range(self.random.randrange(1, 4)):
            if self.random.random() < 0.3:
                self.emit(1, "try:")
                self.emit(2, "yield %s" % self.expression(1))
                self.emit(1, "finally:")
                self.emit(2, "show('finally in', '%s')" % name)
            elif self.random.random() < 0.3:
                self.emit(1, "yield from small(%s)" % self.expression(1))
            else:
                self.emit(1, "yield %s" % self.expression(1))
        self.generators.append(name)

    def klass(self):
        name = "C%d" % len(self.classes)
        self.emit(0, "class %s%s:" % (name, "(%s)" % self.random.choice(self.classes) if self.classes and self.random.random() < 0.5 else ""))
        self.emit(1, "shared = %s" % self.number())
        self.emit(1, "def __init__(self, value):")
        self.emit(2, "self.value = value")
        self.emit(1, "def get(self):")
        self.emit(2, "return %s" % self.pick("self.value", "(self.value, self.shared)", "[self.value] * 2"))
        self.emit(1, "def twice(self, x):")
        self.emit(2, "return %s" % self.pick("x + x", "self.value + x", "(x, self.get())"))
        if self.random.random() < 0.5:
            self.emit(1, "def __add__(self, other):")
            self.emit(2, "return %s" % self.pick("NotImplemented", "self.value", "('add', type_of(other))"))
        if self.random.random() < 0.4:
            self.emit(1, "def __eq__(self, other):")
            self.emit(2, "return %s" % self.pick("True", "self.value == other", "NotImplemented"))
        if self.random.random() < 0.4:
            self.emit(1, "def __lt__(self, other):")
            self.emit(2, "return self.value < other.value")
        if self.random.random() < 0.5:
            self.emit(1, "@property")
            self.emit(1, "def prop(self):")
            self.emit(2, "return %s" % self.pick("self.value", "self.nothing", "'p'"))
        self.emit(1, "def __repr__(self):")
        self.emit(2, "return '%s(%%r)' %% (self.value,)" % name)
        self.classes.append(name)

    def text(self):
        self.lines = [PRELUDE]
        for name in NAMES:
            self.emit(0, "%s = %s" % (name, self.pick(self.number(), "'%s'" % self.random.choice(WORDS), "[1, 2, 3]", "{'k': 1}", "(1, 'b')")))
        for _ in range(self.random.randrange(1, 4)):
            self.pick(self.function, self.generator, self.klass, self.function)()
        for _ in range(self.random.randrange(4, 10)):
            self.guarded(lambda: self.statement(1, False))
        if self.functions and self.random.random() < 0.4:
            name, required = self.random.choice(self.functions)
            args = ", ".join(self.atom() for _ in range(required))
            self.guarded(lambda: self.emit(1, "in_threads(%s%s)" % (name, ", " + args if args else "")))
        self.emit(0, "show(u, v, w, p, q)" if self.random.random() < 0.5 else "show('end')")
        return "\n".join(self.lines) + "\n"


PRELUDE = """import threading
lines = threading.Lock()
shown = 0
def show(*values):
    global shown
    shown += 1
    if shown < 400:
        print(*[v if isinstance(v, str) else text(v) for v in values])
def text(v):
    t = repr(v)
    return t[:300] if ' at 0x' not in t else type(v).__name__
def small(v):
    if isinstance(v, (int, float)):
        return range(int(v) % 4)
    if isinstance(v, (set, frozenset)):
        return sorted(map(repr, v))
    out = []
    for x in v:
        out.append(x)
        if len(out) > 4:
            break
    return out
def type_of(v):
    return type(v).__name__
def hash_of(v):
    hash(v)
    return hash(v) if isinstance(v, (int, float)) else 'hashable'
def reversed_of(v):
    return list(reversed(v))
def sorted_of(v):
    return sorted(v)
def times(a, b):
    for x, y in ((a, b), (b, a)):  # a sequence is not made a million times as long
        if isinstance(x, int) and abs(x) > 50 and not isinstance(y, (int, float)):
            return 'too long'
    if isinstance(a, int) and isinstance(b, int) and (abs(a) > 10 ** 200 or abs(b) > 10 ** 200):
        return 'too big'
    return a * b
class Manager:
    def __init__(self, swallow):
        self.swallow = swallow
    def __enter__(self):
        return 'entered'
    def __exit__(self, kind, value, trace):
        show('exit', kind and kind.__name__)
        return self.swallow
def in_threads(f, *args):
    global show
    results = [None] * 3
    def work(k):
        try:
            results[k] = text(f(*args))
        except Exception as e:
            results[k] = type(e).__name__
    loud, show = show, lambda *values: None
    threads = [threading.Thread(target=work, args=(k,)) for k in range(3)]
    for t in threads:
        t.start()
    for t in threads:
        t.join()
    show = loud
    show(len(results))
"""


class Judge:
    """Runs a program everywhere and says how it differs."""

    def __init__(self, binary, modes, folder):
        self.binary = os.path.abspath(binary)
        self.modes = modes
        self.path = os.path.join(folder, "program.py")

    def outcome(self, command):
        try:
            done = subprocess.run(command + [self.path], capture_output=True, timeout=TIMEOUT_S)
        except subprocess.TimeoutExpired:
            return "timeout", b"", ""
        last = done.stderr.decode("utf-8", "replace").strip().split("\n")[-1]
        return done.returncode, done.stdout, last if done.returncode else ""

    def difference(self, text, modes=None):
        """(mode, world) that differs, with both outcomes; None: all agree, or python3 took too long."""
        with open(self.path, "w", encoding="utf-8") as file:
            file.write(text)
        expected = self.outcome(["python3", "-W", "ignore"])
        if expected[0] == "timeout" or b"MemoryError" in expected[1]:
            return None
        for mode, world in modes or self.modes:
            got = self.outcome([self.binary, "run", "--mode", mode, "--world", world])
            if got != expected:
                return (mode, world), expected, got
        return None


def statements(text):
    """(first, last) line numbers of all statements, the longest first."""
    nodes = [n for n in ast.walk(ast.parse(text)) if isinstance(n, ast.stmt)]
    spans = {(min([n.lineno] + [d.lineno for d in getattr(n, "decorator_list", [])]), n.end_lineno) for n in nodes}
    return sorted(spans, key=lambda span: (span[0] - span[1], span))


def shrink(judge, text, where):
    """The program with as many statements taken out as it can do without."""
    changed = True
    while changed:
        changed = False
        for first, last in statements(text):
            lines = text.split("\n")
            indent = len(lines[first - 1]) - len(lines[first - 1].lstrip())
            for middle in ([], [" " * indent + "pass"]):
                smaller = "\n".join(lines[:first - 1] + middle + lines[last:])
                if smaller == text:
                    continue
                try:
                    ast.parse(smaller)
                except SyntaxError:
                    continue
                if judge.difference(smaller, [where]):
                    text = smaller
                    changed = True
                    break
            if changed:
                break
    return text


def main():
    parser = argparse.ArgumentParser(description=__doc__.split("\n", 1)[0])
    parser.add_argument("binary")
    parser.add_argument("--programs", type=int, default=100)
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--modes", default="gil,fine,lockfree")
    parser.add_argument("--keep", help="directory for programs that differ")
    options = parser.parse_args()
    if not shutil.which("python3"):
        print("differential: no python3 found: skipped")
        return 0
    modes = [(mode, "os") for mode in options.modes.split(",")] + [("gil", "sim")]
    found = 0
    with tempfile.TemporaryDirectory() as folder:
        judge = Judge(options.binary, modes, folder)
        for seed in range(options.seed, options.seed + options.programs):
            text = Maker(seed).text()
            difference = judge.difference(text)
            if not difference:
                continue
            found += 1
            small = shrink(judge, text, difference[0])
            where, expected, got = judge.difference(small, [difference[0]]) or difference
            print("== seed %d differs in mode %s, world %s" % ((seed,) + where))
            print(small.strip(), flush=True)
            print("-- python3: %s" % (expected,))
            print("-- gilsim:  %s" % (got,))
            if options.keep:
                with open(os.path.join(options.keep, "seed_%d.py" % seed), "w", encoding="utf-8") as file:
                    file.write(small)
    print("differential: %d programs from seed %d in %d modes, %d differ"
          % (options.programs, options.seed, len(modes), found))
    return 1 if found else 0


if __name__ == "__main__":
    sys.exit(main())
