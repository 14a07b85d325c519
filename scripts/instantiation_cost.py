#!/usr/bin/env python3
"""Prints what each explicit instantiation of the VM costs to compile: CPU seconds and object size.

    scripts/instantiation_cost.py [BUILD] [--check] [--only TEXT]...

Compiles every PART_instance_CONFIGURATION.cpp of BUILD (default: build) anew, without ccache, into
a temporary file. The budget is 60 CPU seconds a file, and at most 16 configurations, or 3 in a
build with a sanitizer. With --check, exits with 1 if the budget is exceeded. --only keeps the files
whose name contains TEXT. The figures of a machine that does other work are somewhat higher.
"""
import argparse
import json
import os
import re
import resource
import shlex
import subprocess
import sys
import tempfile

BUDGET_CPU_S = 60.0
MOST_CONFIGURATIONS = 16
MOST_WITH_SANITIZER = 3
INSTANCE = re.compile(r"^(\w+?)_instance_(\w+)\.cpp$")


class Unit:
    """One translation unit: a part of the VM for one configuration."""

    def __init__(self, entry):
        self.folder = entry["directory"]
        self.words = entry.get("arguments") or shlex.split(entry["command"])
        self.part, self.configuration = INSTANCE.match(os.path.basename(entry["file"])).groups()
        self.cpu_s = 0.0
        self.size = 0

    def command(self, output):
        """The command that compiles it into output, without a launcher."""
        words = list(self.words)
        if os.path.basename(words[0]) in ("ccache", "sccache"):
            words = words[1:]
        return words[:words.index("-o") + 1] + [output] + words[words.index("-o") + 2:]

    def sanitized(self):
        return any(word.startswith("-fsanitize=") for word in self.words)


def read_units(build, only):
    """The instantiations of a build, by configuration and part."""
    path = os.path.join(build, "compile_commands.json")
    try:
        with open(path, encoding="utf-8") as stream:
            entries = json.load(stream)
    except OSError as error:
        sys.exit("instantiation_cost: cannot read %s: %s (configure first)" % (path, error.strerror))
    # Those of the training program are the same once more.
    units = [Unit(e) for e in entries if INSTANCE.match(os.path.basename(e["file"]))
             and os.path.basename(os.path.dirname(e["file"])) != "train"]
    if only:
        units = [u for u in units if any(t in u.part + "_instance_" + u.configuration for t in only)]
    return sorted(units, key=lambda unit: (unit.configuration, unit.part))


def child_cpu_s():
    usage = resource.getrusage(resource.RUSAGE_CHILDREN)
    return usage.ru_utime + usage.ru_stime


def measure(unit):
    environment = dict(os.environ, CCACHE_DISABLE="1")
    with tempfile.TemporaryDirectory() as folder:
        output = os.path.join(folder, "unit.o")
        before = child_cpu_s()
        done = subprocess.run(unit.command(output), cwd=unit.folder, env=environment,
                              stderr=subprocess.PIPE, text=True)
        unit.cpu_s = child_cpu_s() - before
        if done.returncode != 0:
            sys.exit("instantiation_cost: %s of %s does not compile:\n%s"
                     % (unit.part, unit.configuration, done.stderr))
        unit.size = os.path.getsize(output)


def over_budget(units):
    """What exceeds the budget, a line each."""
    found = []
    for unit in units:
        if unit.cpu_s > BUDGET_CPU_S:
            found.append("%s of %s took %.1f CPU seconds, at most %.0f"
                         % (unit.part, unit.configuration, unit.cpu_s, BUDGET_CPU_S))
    configurations = {unit.configuration for unit in units}
    sanitized = any(unit.sanitized() for unit in units)
    most = MOST_WITH_SANITIZER if sanitized else MOST_CONFIGURATIONS
    if len(configurations) > most:
        found.append("%d configurations, at most %d%s"
                     % (len(configurations), most, " with a sanitizer" if sanitized else ""))
    return found


def row(configuration, part, cpu_s, size):
    return "%-16s %-10s %9.1f %11.2f" % (configuration, part, cpu_s, size / 2**20)


def main():
    parser = argparse.ArgumentParser(description=__doc__.split("\n")[0])
    parser.add_argument("build", nargs="?", default="build", help="a configured build folder")
    parser.add_argument("--check", action="store_true", help="exit with 1 if over the budget")
    parser.add_argument("--only", action="append", default=[], help="part of a file's name")
    arguments = parser.parse_args()
    units = read_units(arguments.build, arguments.only)
    if not units:
        sys.exit("instantiation_cost: no *_instance_*.cpp in %s" % arguments.build)
    print("%-16s %-10s %9s %11s" % ("configuration", "part", "CPU s", "object MiB"))
    for unit in units:
        measure(unit)
        print(row(unit.configuration, unit.part, unit.cpu_s, unit.size), flush=True)
    for name in sorted({unit.configuration for unit in units}):
        mine = [unit for unit in units if unit.configuration == name]
        print(row(name, "all parts", sum(u.cpu_s for u in mine), sum(u.size for u in mine)))
    found = over_budget(units)
    for line in found:
        print("over the budget: " + line)
    if not found:
        print("within the budget: %.0f CPU seconds a file" % BUDGET_CPU_S)
    return 1 if found and arguments.check else 0


if __name__ == "__main__":
    sys.exit(main())
