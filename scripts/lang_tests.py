#!/usr/bin/env python3
"""Runs every test program in the language, and every workload, in all modes and worlds.

    scripts/lang_tests.py BINARY [--modes gil,fine] [--worlds os,sim] [--jobs N] [FILTER ...]

A test program must keep the promises in its comments (see expectations.py); a workload must print
what it prints under python3. Exits with 1 if something fails.
"""
import argparse
import concurrent.futures
import os
import sys

import expectations

# Sizes at which a workload ends within a second even in virtual time under a sanitizer.
SMALL = {
    "fib": ["--size", "4", "--depth", "12"],
    "nbody": ["--size", "3", "--steps", "40"],
    "matmul": ["--size", "6", "--width", "20"],
    "wordcount": ["--size", "100"],
    "sleepers": ["--size", "20", "--us", "200"],
    "pipe_echo": ["--size", "20"],
    "convoy": ["--size", "10"],
    "fannkuch": ["--size", "3", "--length", "5"],
    "spectral_norm": ["--size", "3", "--order", "10"],
    "nqueens": ["--size", "3", "--queens", "5"],
    "mandelbrot": ["--size", "9", "--width", "12", "--limit", "20"],
    "binary_trees": ["--size", "4", "--depth", "5"],
    "pidigits": ["--size", "3", "--digits", "30"],
    "fft": ["--size", "3", "--length", "16"],
    "raytracer": ["--size", "4", "--width", "6"],
    "event_simulation": ["--size", "3", "--steps", "150"],
    "constraint_solver": ["--size", "3", "--chain", "15"],
    "text_hashing": ["--size", "3", "--words", "40"],
    "generator_pipeline": ["--size", "4", "--numbers", "30"],
    "sorting": ["--size", "3", "--length", "40"],
    "tokenizer": ["--size", "3", "--lines", "15"],
    "philosophers": ["--size", "60"],
    "bounded_buffer": ["--size", "60"],
    "readers_writers": ["--size", "100"],
    "stencil": ["--size", "40", "--steps", "8"],
    "pool_primes": ["--size", "6", "--span", "40"],
    "parallel_sort": ["--size", "150"],
    "priority_queue": ["--size", "40"],
    "futures_pipeline": ["--size", "12"],
    "bank_transfers": ["--size", "200"],
    "sleeping_barber": ["--size", "30"],
    "rate_limiter": ["--size", "20", "--us", "100"],
    "thousand_threads": ["--size", "60"],
}
SMALL_DEFAULT = ["--size", "2000"]
THREADS = "3"


class Run:
    """One program in one mode and world."""

    def __init__(self, binary, path, mode, world, expectation=None, stdout=None):
        self.binary = binary
        self.path = path
        self.mode = mode
        self.world = world
        self.expectation = expectation
        self.stdout = stdout

    def name(self):
        shown = os.path.relpath(self.path, expectations.ROOT)
        return "%s (mode %s, world %s)" % (shown, self.mode, self.world)

    def problems(self):
        command = [self.binary, "run", "--mode", self.mode, "--world", self.world]
        if self.expectation:
            outcome = expectations.run(command + self.expectation.options + [self.path])
            return self.expectation.problems(outcome)
        outcome = expectations.run(command + [self.path] + workload_arguments(self.path))
        return workload_problems(self.stdout, outcome)


def workload_arguments(path):
    name = os.path.splitext(os.path.basename(path))[0]
    return ["--threads", THREADS] + SMALL.get(name, SMALL_DEFAULT)


def workload_problems(stdout, outcome):
    if outcome.timed_out:
        return ["did not end within %d s" % expectations.TIMEOUT_S]
    found = []
    if outcome.exit_code != 0:
        found.append("exit code %d" % outcome.exit_code)
    if outcome.stdout != stdout:
        found.append("against python3: " + expectations.first_difference(stdout, outcome.stdout))
    if not any(line.startswith("seconds ") for line in outcome.stderr.split("\n")):
        found.append("no line of seconds on standard error")
    if found and outcome.stderr:
        found.append("standard error:\n" + expectations.indented(outcome.stderr, 12))
    return found


def workloads(filters):
    """The workloads that are wanted, with what they print under python3."""
    wanted = [path for path in expectations.programs(["workloads"], filters)]
    pairs = []
    for path in wanted:
        if os.path.basename(path) == "common.py":
            continue
        oracle = expectations.run(["/usr/bin/python3", path] + workload_arguments(path))
        if oracle.exit_code != 0:
            sys.exit("lang_tests: %s fails under python3:\n%s" % (path, oracle.stderr))
        pairs.append((path, oracle.stdout))
    return pairs


def planned(arguments):
    """All runs, a program's modes and worlds next to each other."""
    combinations = [(m, w) for m in arguments.modes.split(",") for w in arguments.worlds.split(",")]
    runs = []
    for path in expectations.programs(["tests/lang", "tests/programs"], arguments.filters):
        expectation = expectations.Expectation(path)
        for mode, world in combinations:
            if expectation.modes is None or mode in expectation.modes:
                runs.append(Run(arguments.binary, path, mode, world, expectation))
    for path, stdout in workloads(arguments.filters):
        for mode, world in combinations:
            runs.append(Run(arguments.binary, path, mode, world, stdout=stdout))
    return runs


def main():
    parser = argparse.ArgumentParser(description=__doc__.split("\n")[0])
    parser.add_argument("binary", help="the gilsim command")
    parser.add_argument("--modes", default="gil,fine", help="comma-separated (default: gil,fine)")
    parser.add_argument("--worlds", default="os,sim", help="comma-separated (default: os,sim)")
    parser.add_argument("--jobs", type=int, default=2, help="programs to run at a time")
    parser.add_argument("filters", nargs="*", help="parts of paths; all programs without one")
    arguments = parser.parse_intermixed_args()
    if not os.access(arguments.binary, os.X_OK):
        sys.exit("lang_tests: %s is not a program that can be run" % arguments.binary)
    runs = planned(arguments)
    if not runs:
        sys.exit("lang_tests: no program matches")
    failed = 0
    with concurrent.futures.ThreadPoolExecutor(arguments.jobs) as pool:
        for run, problems in zip(runs, pool.map(Run.problems, runs)):
            if problems:
                failed += 1
                print("FAILED " + run.name())
                for problem in problems:
                    print("    " + problem, flush=True)
    programs = len({run.path for run in runs})
    print("lang: %d programs, %d runs, %d failed" % (programs, len(runs), failed))
    sys.exit(1 if failed else 0)


if __name__ == "__main__":
    main()
