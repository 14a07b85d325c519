"""What the test programs in the language promise in comments; runs them.

A test program is a Python file with comments:
    # expect: LINE              a line of standard output; all of them, in the order of the file
    # expect-exit: N            the exit code, if it is not 0
    # expect-stderr: SUBSTRING  something that standard error holds; without one it must be empty
    # oracle: skip              what follows is true of gilsim alone, so python3 is not asked
    # run: OPTION ...           options of gilsim run that the program needs, e.g. --cores 2
    # modes: NAME ...           the modes in which the promise holds, if not in all
Used by check_oracle.py and lang_tests.py.
"""
import os
import re
import subprocess

ROOT = os.path.dirname(os.path.dirname(os.path.abspath(__file__)))
TIMEOUT_S = 60

COMMENT = re.compile(r"# (expect|expect-exit|expect-stderr|oracle|run|modes):(?: (.*))?$")


class Expectation:
    """What one program promises."""

    def __init__(self, path):
        self.path = path
        self.stdout = ""
        self.exit_code = 0
        self.stderr = []
        self.oracle = True
        self.options = []
        self.modes = None
        with open(path, encoding="utf-8") as file:
            for line in file:
                match = COMMENT.search(line.rstrip("\n"))
                if match:
                    self.add(match.group(1), match.group(2) or "")

    def add(self, kind, text):
        if kind == "expect":
            self.stdout += text + "\n"
        elif kind == "expect-exit":
            self.exit_code = int(text)
        elif kind == "expect-stderr":
            self.stderr.append(text)
        elif kind == "oracle":
            self.oracle = text.strip() != "skip"
        elif kind == "run":
            self.options = text.split()
        elif kind == "modes":
            self.modes = text.split()

    def problems(self, outcome):
        """What differs between the promise and an outcome: a list of texts."""
        if outcome.timed_out:
            return ["did not end within %d s" % TIMEOUT_S]
        found = []
        if outcome.exit_code != self.exit_code:
            found.append("exit code %s, expected %d" % (outcome.exit_code, self.exit_code))
        if outcome.stdout != self.stdout:
            found.append(first_difference(self.stdout, outcome.stdout))
        for wanted in self.stderr:
            if wanted not in outcome.stderr:
                found.append("standard error lacks %r" % wanted)
        if not self.stderr and outcome.stderr:
            found.append("standard error should be empty")
        if found and outcome.stderr:
            found.append("standard error:\n" + indented(outcome.stderr, 12))
        return found


class Outcome:
    def __init__(self, exit_code, stdout, stderr, timed_out=False):
        self.exit_code = exit_code
        self.stdout = stdout
        self.stderr = stderr
        self.timed_out = timed_out


def indented(text, lines_max):
    lines = text.rstrip("\n").split("\n")
    if len(lines) > lines_max:
        lines = lines[: lines_max // 2] + ["..."] + lines[-lines_max // 2 :]
    return "\n".join("        " + line for line in lines)


def first_difference(expected, actual):
    """Names the first line in which two outputs differ."""
    wanted = expected.split("\n")
    got = actual.split("\n")
    for number in range(max(len(wanted), len(got))):
        left = wanted[number] if number < len(wanted) else None
        right = got[number] if number < len(got) else None
        if left != right:
            return "output line %d: expected %r, got %r" % (number + 1, left, right)
    return "outputs are equal"


def run(command, timeout_s=TIMEOUT_S):
    """Runs a command without input and gives what it printed and how it ended."""
    environment = dict(os.environ, PYTHONDONTWRITEBYTECODE="1", PYTHONIOENCODING="utf-8")
    try:
        done = subprocess.run(
            command,
            stdin=subprocess.DEVNULL,
            stdout=subprocess.PIPE,
            stderr=subprocess.PIPE,
            timeout=timeout_s,
            env=environment,
        )
    except subprocess.TimeoutExpired as error:
        return Outcome(None, decoded(error.stdout), decoded(error.stderr), timed_out=True)
    return Outcome(done.returncode, decoded(done.stdout), decoded(done.stderr))


def decoded(data):
    return (data or b"").decode("utf-8", "replace")


def programs(folders, wanted):
    """The programs below folders whose path holds a wanted text. Helpers begin with _."""
    found = []
    for folder in folders:
        for directory, _, names in os.walk(os.path.join(ROOT, folder)):
            for name in names:
                path = os.path.join(directory, name)
                shown = os.path.relpath(path, ROOT)
                if not name.endswith(".py") or name.startswith("_"):
                    continue
                if not wanted or any(text in shown for text in wanted):
                    found.append(path)
    return sorted(found)
