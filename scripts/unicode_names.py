#!/usr/bin/env python3
"""Writes vm/unicode/character_names.inc: aliases of characters and named sequences, which ICU does not know.

It reads the files of Debian's package unicode-data, of the same version of Unicode as ICU's:
    python3 scripts/unicode_names.py > vm/unicode/character_names.inc
Left out: corrections, which ICU knows, and VS1 to VS256, which are made by a rule.
"""
import re
import sys

FOLDER = "/usr/share/unicode/"


def records(name):
    """The version in the file's first line, and the fields of each line."""
    with open(FOLDER + name, encoding="utf-8") as file:
        lines = file.read().splitlines()
    version = re.search(r"-([\d.]+)\.txt", lines[0]).group(1)
    return version, [line.split(";") for line in lines if line and not line.startswith("#")]


def literal(codes):
    """A C++ string of UTF-8; octal escapes end after three digits."""
    text = "".join(chr(int(code, 16)) for code in codes.split())
    return '"%s"' % "".join("\\%03o" % byte for byte in text.encode())


def main():
    version, aliases = records("NameAliases.txt")
    _, sequences = records("NamedSequences.txt")
    print("// What: aliases of characters and named sequences of Unicode %s, sorted by name." % version)
    print("// Written by scripts/unicode_names.py; change that, not this.")
    rows = [("ALIAS", alias, code) for code, alias, kind in aliases
            if kind != "correction" and not re.fullmatch(r"VS\d+", alias)]
    rows += [("SEQUENCE", name, codes) for name, codes in sequences]
    for macro, name, codes in sorted(rows):
        print('%s("%s", %s)' % (macro, name, literal(codes)))
    return 0


if __name__ == "__main__":
    sys.exit(main())
