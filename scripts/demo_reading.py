#!/usr/bin/env python3
"""Reads the figures of a demo in plain words.

    scripts/demo_reading.py FOLDER

FOLDER holds KIND.WORLD.WORKLOAD.json files that `gilsim compare --json` wrote, where KIND is cpu,
io or shared. Each sentence is computed from them; what they do not show is said to be missing.
Exits with 1 if there is nothing to read.
"""
import glob
import json
import os
import sys
import textwrap

WIDTH = 100
# Two figures closer than this are called the same: samples of one row differ by as much.
ALIKE = 0.10
UNSTABLE = 0.15


class Comparison:
    """One file: its rows by mode, threads and cores."""

    def __init__(self, path):
        with open(path, encoding="utf-8") as stream:
            data = json.load(stream)
        self.kind, self.world, self.workload = os.path.basename(path)[:-5].split(".", 2)
        self.data = data
        self.rows = {}
        self.problems = []
        for row in data["rows"]:
            if row["problem"] or not row["seconds"]:
                self.problems.append((row, row["problem"] or "no sample"))
            else:
                self.rows[row["mode"], row["threads"], row["cores"]] = row

    def seconds(self, mode, threads, cores=0):
        row = self.rows.get((mode, threads, cores))
        return row["median_s"] if row and row["median_s"] > 0 else None

    def speed_up(self, mode, first, second):
        """How much faster second=(threads, cores) is than first; None if one is missing."""
        before, after = self.seconds(mode, *first), self.seconds(mode, *second)
        return before / after if before and after else None

    def doubtful(self):
        """Rows whose samples differ by too much, or were taken beside other work."""
        found = []
        for row in self.rows.values():
            samples = row["seconds"]
            if row.get("noisy") or max(samples) > min(samples) * (1 + UNSTABLE):
                found.append(row)
        return found


def read_folder(folder):
    paths = sorted(glob.glob(os.path.join(folder, "*.*.*.json")))
    return [Comparison(path) for path in paths]


def times(factor):
    """A factor as a reader says it."""
    if factor is None:
        return "unknown"
    if abs(factor - 1) <= ALIKE:
        return "as fast (%.2f x)" % factor
    return "%.2f x as fast" % factor


def listed(parts):
    return parts[0] if len(parts) == 1 else ", ".join(parts[:-1]) + " and " + parts[-1]


def two_threads(comparisons, kind):
    """Speed-ups of a kind's programs from one real thread to two, per mode."""
    lines = []
    for one in comparisons:
        if one.kind != kind or one.world != "os":
            continue
        parts = []
        for mode in ("gil", "fine", "ext:python3"):
            factor = one.speed_up(mode, (1, 0), (2, 0))
            if factor is not None:
                parts.append("%s %s" % (times(factor), "in " + shown(mode)))
        if parts:
            lines.append("%s with 2 threads is %s." % (one.workload, listed(parts)))
    return lines


def shown(mode):
    return mode[4:] if mode.startswith("ext:") else "mode " + mode


def wait_share(comparisons, kind):
    """How much of the threads' time goes into waiting for locks of the interpreter."""
    lines = []
    for one in comparisons:
        row = one.rows.get(("gil", 2, 0))
        if one.kind == kind and one.world == "os" and row and "lock_wait_share" in row:
            lines.append("In mode gil the 2 threads of %s wait for the interpreter lock during %.0f %%"
                         " of their time; it changes hands %d times."
                         % (one.workload, 100 * row["lock_wait_share"], row.get("hand_overs", 0)))
    return lines


def one_thread_cost(comparisons):
    """What locks in every object cost a program that has one thread."""
    parts = []
    for one in comparisons:
        if one.world != "os":
            continue
        gil, fine = one.seconds("gil", 1), one.seconds("fine", 1)
        if one.kind != "io" and gil and fine:
            parts.append("%+.0f %% for %s" % (100 * (fine / gil - 1), one.workload))
    if not parts:
        return []
    return ["With one thread, mode fine takes this much more time than mode gil: %s." % listed(parts)]


def against_python(comparisons):
    parts = []
    for one in comparisons:
        gil, python = one.seconds("gil", 1), one.seconds("ext:python3", 1)
        if one.world == "os" and one.kind == "cpu" and gil and python:
            parts.append("%.2f x for %s" % (python / gil, one.workload))
    if not parts:
        return []
    return ["Speed of mode gil on one thread, against python3 on this machine: %s." % listed(parts)]


def overlap(comparisons):
    """Whether waiting in I/O is shared out over threads."""
    lines = []
    for one in comparisons:
        if one.kind != "io" or one.world != "os":
            continue
        factors = [(mode, one.speed_up(mode, (1, 0), (4, 0))) for mode in ("gil", "fine", "ext:python3")]
        known = [(mode, factor) for mode, factor in factors if factor is not None]
        if known:
            parts = ["%.2f x in %s" % (factor, shown(mode)) for mode, factor in known]
            lines.append("%s from 1 thread to 4: %s." % (one.workload, listed(parts)))
            if all(factor >= 2 for _, factor in known):
                lines.append("So the waits of %s overlap in every mode: a GIL is given up while a"
                             " thread waits." % one.workload)
    return lines


def beside_computing(comparisons):
    """How much sooner a program that waits gets on when no GIL is in its way."""
    lines = []
    for one in comparisons:
        if one.kind != "io" or one.world != "os":
            continue
        gil, fine = one.seconds("gil", 1), one.seconds("fine", 1)
        if gil and fine:
            lines.append("%s with 1 thread in mode fine is %s as in mode gil."
                         % (one.workload, times(gil / fine)))
    return lines


def virtual_cores(comparisons):
    lines = []
    for one in comparisons:
        if one.world != "sim":
            continue
        cores = sorted({key[2] for key in one.rows})
        threads = sorted({key[1] for key in one.rows})
        if len(cores) < 2 or not threads:
            continue
        low, high, count = cores[0], cores[-1], threads[-1]
        parts = []
        for mode in ("gil", "fine"):
            factor = one.speed_up(mode, (count, low), (count, high))
            if factor is not None:
                parts.append("%s in mode %s" % (times(factor), mode))
        if parts:
            lines.append("%s on %d cores instead of %d is %s." % (one.workload, high, low, listed(parts)))
    return lines


def trusted(comparisons, mode):
    """Speed-ups from one real thread to two, or None if a sample that they rest on is doubtful."""
    factors = []
    for one in comparisons:
        rows = [one.rows.get((mode, threads, 0)) for threads in (1, 2)]
        if None in rows or any(row in one.doubtful() for row in rows):
            return None
        factors.append(one.speed_up(mode, (1, 0), (2, 0)))
    return factors or None


def conclusions(comparisons):
    """What the steady figures bear out; no conclusion where they are not steady."""
    lines = []
    cpu = [one for one in comparisons if one.kind == "cpu" and one.world == "os"]
    shared = [one for one in comparisons if one.kind == "shared" and one.world == "os"]
    gil, fine = trusted(cpu, "gil"), trusted(cpu, "fine")
    contended = trusted(shared, "fine")
    if gil:
        lines.append("A second thread %s CPU-bound programs under the GIL."
                     % ("did not help" if max(gil) <= 1 + ALIKE else "helped some"))
    if fine:
        helped = sum(factor > 1 + ALIKE for factor in fine)
        lines.append("Under fine-grained locks it helped %d of these %d." % (helped, len(fine)))
    if contended:
        slower = sum(factor < 1 - ALIKE for factor in contended)
        lines.append("Of %d programs whose threads share one object, a second thread slowed down %d"
                     " in mode fine." % (len(contended), slower))
    if (cpu or shared) and not (gil and fine and contended):
        lines.append("No more is concluded from real threads, since samples are missing or unsteady.")
    return lines


def cautions(comparisons):
    lines = []
    before = [one.data.get("parallelism_before", 0) for one in comparisons if one.world == "os"]
    known = [value for value in before if value > 0]
    if known:
        lines.append("Separate processes got %.2f to %.2f processors' worth of work out of this machine"
                     " meanwhile; no speed-up can exceed that." % (min(known), max(known)))
    doubtful = sum(len(one.doubtful()) for one in comparisons if one.world == "os")
    total = sum(len(one.rows) for one in comparisons if one.world == "os")
    if doubtful:
        lines.append("%d of %d rows on real threads are unstable or were disturbed by other processes:"
                     " repeat on a quiet machine before believing them." % (doubtful, total))
    if any(one.world == "sim" for one in comparisons):
        lines.append("Figures in virtual time are predictions of the cost model (gilsim list costs), exact"
                     " and repeatable, but no better than its numbers.")
    for one in comparisons:
        for row, problem in one.problems:
            lines.append("No figure for %s, mode %s, %s threads, world %s: %s."
                         % (one.workload, row["mode"], row["threads"] or "default", one.world,
                            problem.rstrip(".")))
    return lines


def reading(comparisons):
    """The sections of the reading: title and sentences."""
    sections = [
        ("CPU-bound programs on real threads",
         two_threads(comparisons, "cpu") + wait_share(comparisons, "cpu")),
        ("Programs that wait", overlap(comparisons) + beside_computing(comparisons)),
        ("Programs that share data", two_threads(comparisons, "shared")),
        ("The price of one thread", one_thread_cost(comparisons) + against_python(comparisons)),
        ("More cores, predicted", virtual_cores(comparisons)),
        ("In short", conclusions(comparisons)),
        ("How far to trust this", cautions(comparisons)),
    ]
    return [(title, lines) for title, lines in sections if lines]


def main(arguments):
    if len(arguments) != 1:
        sys.exit("usage: scripts/demo_reading.py FOLDER")
    comparisons = read_folder(arguments[0])
    if not comparisons:
        print("demo_reading: no figures in %s" % arguments[0], file=sys.stderr)
        return 1
    for title, lines in reading(comparisons):
        print(title)
        for line in lines:
            print(textwrap.fill(line, WIDTH, initial_indent="  - ", subsequent_indent="    "))
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
