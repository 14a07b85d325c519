#!/usr/bin/env python3
"""Generates programs, runs them under python3 and in all modes of gilsim, and shrinks a difference.

    scripts/differential.py BINARY [--programs N] [--seed S] [--modes gil,fine,lockfree] [--threads]
                            [--seconds T] [--keep DIR]

Programs are made at random from a seed by the package random_programs, from tables of templates for nearly all of
the language: operators, methods and functions of all types, formatting, all kinds of parameters and assignments,
classes with special methods and inheritance, generators, exceptions in all their places, threads that are joined.
What they print is fixed. A statement at the outermost level may raise, and then the exception with its traceback is
printed. Every fourth program has a larger part with threads, with --threads all of them.

A program that prints something else in a mode than under python3, or ends with another exit code or error text, is
made smaller, statement by statement and expression by expression, as long as it still differs, and printed. Exits
with 1 if there was a difference. Programs whose output changes from run to run under python3 are left out.
"""
import argparse
import ast
import os
import shutil
import subprocess
import sys
import tempfile
import time
import warnings

from random_programs import Maker, PRELUDE

TIMEOUT_S = 20
SHRINK_RUNS = 400
KEPT_LINES = PRELUDE.count("\n") + 1  # these are not made smaller
HASH_SEEDS = ("1", "2", "3")


class Judge:
    """Runs a program everywhere and says how it differs."""

    def __init__(self, binary, modes, folder):
        self.binary = os.path.abspath(binary)
        self.modes = modes
        self.path = os.path.join(folder, "program.py")

    def outcome(self, command, hash_seed="0"):
        try:
            done = subprocess.run(command + [self.path], capture_output=True, timeout=TIMEOUT_S,
                                  env={**os.environ, "PYTHONHASHSEED": hash_seed}, stdin=subprocess.DEVNULL)
        except subprocess.TimeoutExpired:
            return "timeout", b"", ""
        return done.returncode, done.stdout, self.error(done.stderr.decode("utf-8", "replace")) if done.returncode else ""

    def error(self, text):
        """The error text without frames of the library, which are not the same."""
        kept, keeping = [], True
        for line in text.strip().split("\n"):
            if line.startswith("  File ") or not line.startswith("  "):
                keeping = not line.startswith("  File ") or self.path in line
            kept += [line] if keeping else []
        return "\n".join(kept)

    def expected(self):
        return self.outcome(["python3", "-W", "ignore"])

    def difference(self, text, modes=None):
        """(mode, world) that differs, with both outcomes; None: all agree, or python3 is not sure of it."""
        with open(self.path, "w", encoding="utf-8", newline="") as file:
            file.write(text)
        expected = self.expected()
        if expected[0] == "timeout" or b"MemoryError" in expected[1]:
            return None
        for mode, world in modes or self.modes:
            got = self.outcome([self.binary, "run", "--mode", mode, "--world", world])
            if got != expected:
                sure = all(self.outcome(["python3", "-W", "ignore"], seed) == expected for seed in HASH_SEEDS)
                return ((mode, world), expected, got) if sure else None
        return None


def statements(text):
    """(first, last) line numbers of the statements after the prelude, the longest first."""
    nodes = [n for n in ast.walk(ast.parse(text)) if isinstance(n, ast.stmt) and n.lineno > KEPT_LINES]
    spans = {(min([n.lineno] + [d.lineno for d in getattr(n, "decorator_list", [])]), n.end_lineno) for n in nodes}
    return sorted(spans, key=lambda span: (span[0] - span[1], span))


def without_parts(text):
    """Texts without some of the outermost statements, many first."""
    lines = text.split("\n")
    starts = [n.lineno for n in ast.parse(text).body if n.lineno > KEPT_LINES] + [len(lines) + 1]
    count = len(starts) // 2
    while count:
        for first in range(0, len(starts) - count, count):
            yield "\n".join(lines[:starts[first] - 1] + lines[starts[first + count] - 1:])
        count //= 2


def without_statements(text):
    """Texts with a statement less, or `pass` for it, or what is in it for it."""
    lines = text.split("\n")
    for first, last in statements(text):
        indent = len(lines[first - 1]) - len(lines[first - 1].lstrip())
        body = [line[4:] for line in lines[first:last]] if last > first else []
        for middle in ([], [" " * indent + "pass"], body):
            yield "\n".join(lines[:first - 1] + middle + lines[last:])


def with_smaller_expressions(text):
    """Texts with an expression of one line replaced by one in it, or by None."""
    lines = text.split("\n")
    nodes = [n for n in ast.walk(ast.parse(text)) if isinstance(n, ast.expr) and KEPT_LINES < n.lineno == n.end_lineno]
    for node in sorted(nodes, key=lambda n: n.col_offset - n.end_col_offset):
        line = lines[node.lineno - 1].encode()
        length = node.end_col_offset - node.col_offset
        inner = [n for n in ast.walk(node) if isinstance(n, ast.expr) and n.lineno == n.end_lineno == node.lineno]
        pieces = {line[n.col_offset:n.end_col_offset] for n in inner if n.end_col_offset - n.col_offset < length}
        for piece in [b"None"] * (length > 4) + sorted(pieces, key=len)[-6:]:
            smaller = (line[:node.col_offset] + piece + line[node.end_col_offset:]).decode("utf-8", "replace")
            yield "\n".join(lines[:node.lineno - 1] + [smaller] + lines[node.lineno:])


def parses(text):
    try:
        compile(text, "program.py", "exec")
    except (SyntaxError, ValueError):
        return False
    return True


def shrink(judge, text, where):
    """The program with as many statements taken out, and expressions made smaller, as it can do without."""
    runs = 0
    for smaller_texts in (without_parts, without_statements, with_smaller_expressions, without_statements):
        changed = True
        while changed and runs < SHRINK_RUNS:
            changed = False
            for smaller in smaller_texts(text):
                if smaller == text or not parses(smaller):
                    continue
                runs += 1
                if judge.difference(smaller, [where]):
                    text, changed = smaller, True
                    break
                if runs >= SHRINK_RUNS:
                    break
    return text


def report(judge, seed, text, difference, keep):
    small = shrink(judge, text, difference[0])
    where, expected, got = judge.difference(small, [difference[0]]) or difference
    print("== seed %d differs in mode %s, world %s" % ((seed,) + where))
    print("\n".join(small.strip().split("\n")[KEPT_LINES:]))
    print("-- python3: %s" % (expected,))
    print("-- gilsim:  %s" % (got,), flush=True)
    if keep:
        with open(os.path.join(keep, "seed_%d.py" % seed), "w", encoding="utf-8") as file:
            file.write(small)


def main():
    parser = argparse.ArgumentParser(description=__doc__.split("\n", 1)[0])
    parser.add_argument("binary")
    parser.add_argument("--programs", type=int, default=100)
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--modes", default="gil,fine,lockfree")
    parser.add_argument("--threads", action="store_true", help="a larger part with threads in every program")
    parser.add_argument("--seconds", type=float, help="begin no program after so many seconds")
    parser.add_argument("--keep", help="directory for programs that differ")
    options = parser.parse_args()
    if options.keep:
        os.makedirs(options.keep, exist_ok=True)
    if not shutil.which("python3"):
        print("differential: no python3 found: skipped")
        return 0
    modes = [(mode, "os") for mode in options.modes.split(",")] + [("gil", "sim")]
    warnings.simplefilter("ignore")
    found = made = 0
    begin = time.monotonic()
    with tempfile.TemporaryDirectory() as folder:
        judge = Judge(options.binary, modes, folder)
        for seed in range(options.seed, options.seed + options.programs):
            if options.seconds and time.monotonic() - begin > options.seconds:
                break
            made += 1
            text = Maker(seed, options.threads or seed % 4 == 0).text()
            difference = judge.difference(text)
            if difference:
                found += 1
                report(judge, seed, text, difference, options.keep)
    print("differential: %d programs from seed %d in %d modes, %d differ" % (made, options.seed, len(modes), found))
    return 1 if found else 0


if __name__ == "__main__":
    sys.exit(main())
