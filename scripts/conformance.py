#!/usr/bin/env python3
"""Writes docs/conformance.md: what of the language is supported, what is not and where it differs.

    scripts/conformance.py           writes the page
    scripts/conformance.py --check   exits with 1 if the page is not what the tests say

The page is made from the tests of the language alone (tests/lang): the folder is the topic, the
first comment the behaviour. A test with "oracle: skip" shows a difference; one whose standard error
names what is not supported shows that; every other one prints the same under python3
(scripts/check_oracle.py) and in every mode and world (scripts/lang_tests.py).
"""
import os
import sys

import expectations

PAGE = os.path.join(expectations.ROOT, "docs", "conformance.md")
LANG = os.path.join(expectations.ROOT, "tests", "lang")


def title(path):
    """The first comment that is a sentence, on one line."""
    lines = []
    with open(path, encoding="utf-8") as file:
        for line in file:
            if not line.startswith("#"):
                break
            text = line.lstrip("#").strip()
            if text.startswith(("expect", "oracle:", "run:", "modes:", "-*-")):
                if lines:
                    break
                continue
            lines.append(text)
    text = " ".join(lines) or os.path.basename(path)[:-3].replace("_", " ")
    return text.rstrip(".").replace("|", "\\|").replace("<", "\\<")


def tests():
    """{topic: [(title, path, kind)]}; kind: same, differs, unsupported."""
    found = {}
    for topic in sorted(os.listdir(LANG)):
        folder = os.path.join(LANG, topic)
        for name in sorted(os.listdir(folder)) if os.path.isdir(folder) else []:
            path = os.path.join(folder, name)
            if not name.endswith(".py") or not os.path.isfile(path):
                continue
            promise = expectations.Expectation(path)
            if any("not supported by gilsim" in text for text in promise.stderr):
                kind = "unsupported"
            else:
                kind = "same" if promise.oracle else "differs"
            found.setdefault(topic, []).append((title(path), "%s/%s" % (topic, name), kind))
    return found


def page():
    found = tests()
    everything = [test for group in found.values() for test in group]
    same = [test for test in everything if test[2] == "same"]
    lines = [
        "# Conformance",
        "",
        "Made by `scripts/conformance.py` from the tests in `tests/lang`; do not edit.",
        "",
        "%d tests, one behaviour each. %d of them print the same under `python3` and in every mode "
        "and world of gilsim; the others show what is refused or differs."
        % (len(everything), len(same)),
        "",
        "## Not supported, said by name and place",
        "",
    ]
    lines += ["- %s (`%s`)" % test[:2] for test in everything if test[2] == "unsupported"]
    lines += ["", "## Different from CPython", ""]
    lines += ["- %s (`%s`)" % test[:2] for test in everything if test[2] == "differs"]
    lines += ["", "More in words: [deviations](deviations.md).", "", "## As CPython 3.11", "",
              "| topic | tests |", "|---|---|"]
    for topic, group in found.items():
        count = sum(1 for test in group if test[2] == "same")
        if count:
            lines.append("| [%s](#%s) | %d |" % (topic, topic, count))
    for topic, group in found.items():
        behaviours = [test for test in group if test[2] == "same"]
        if not behaviours:
            continue
        lines += ["", "### %s" % topic, "", "| behaviour | test |", "|---|---|"]
        lines += ["| %s | `%s` |" % test[:2] for test in behaviours]
    return "\n".join(lines) + "\n"


def main():
    text = page()
    if sys.argv[1:] == ["--check"]:
        with open(PAGE, encoding="utf-8") as file:
            same = file.read() == text
        print("conformance: %s" % ("the page is up to date" if same
                                   else "docs/conformance.md is old: run scripts/conformance.py"))
        return 0 if same else 1
    with open(PAGE, "w", encoding="utf-8") as file:
        file.write(text)
    return 0


if __name__ == "__main__":
    sys.exit(main())
