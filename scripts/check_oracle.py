#!/usr/bin/env python3
"""Runs every test program in the language under python3, which must keep its promises too.

    scripts/check_oracle.py [--jobs N] [--python COMMAND] [FILTER ...]

A program with the comment `# oracle: skip` is left out. Exits with 1 if one disagrees.
"""
import argparse
import concurrent.futures
import os
import sys

import expectations


def check(python, path):
    expectation = expectations.Expectation(path)
    if not expectation.oracle:
        return path, None
    return path, expectation.problems(expectations.run([python, path]))


def main():
    parser = argparse.ArgumentParser(description=__doc__.split("\n")[0])
    parser.add_argument("--python", default="/usr/bin/python3", help="the interpreter to ask")
    parser.add_argument("--jobs", type=int, default=2, help="programs to run at a time")
    parser.add_argument("filters", nargs="*", help="parts of paths; all programs without one")
    arguments = parser.parse_intermixed_args()
    paths = expectations.programs(["tests/lang", "tests/programs"], arguments.filters)
    if not paths:
        sys.exit("check_oracle: no program matches")
    agreed = skipped = failed = 0
    with concurrent.futures.ThreadPoolExecutor(arguments.jobs) as pool:
        for path, problems in pool.map(lambda path: check(arguments.python, path), paths):
            if problems is None:
                skipped += 1
            elif not problems:
                agreed += 1
            else:
                failed += 1
                print("%s under %s:" % (os.path.relpath(path, expectations.ROOT), arguments.python))
                for problem in problems:
                    print("    " + problem)
    print("oracle: %d agree, %d disagree, %d skipped" % (agreed, failed, skipped))
    sys.exit(1 if failed else 0)


if __name__ == "__main__":
    main()
