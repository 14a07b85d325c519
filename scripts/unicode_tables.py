#!/usr/bin/env python3
"""Writes vm/object/text/unicode_tables.inc from this interpreter's own knowledge of Unicode.

Run it with the CPython whose str methods are the model (3.11: Unicode 14):
    python3 scripts/unicode_tables.py > vm/object/text/unicode_tables.inc
A character's record is found by two table look-ups; characters that behave alike share one.
"""
import sys
import unicodedata

PAGE_BITS = 7
FLAGS = ["alpha", "decimal", "digit", "numeric", "space", "upper", "lower", "title", "printable",
         "xid_start", "xid_continue", "cased", "case_ignorable", "special"]
SIGMA = "\u03a3"


def flags_of(c):
    ignorable = ("A" + c + SIGMA).lower()[-1] == "\u03c2" and (c + SIGMA).lower()[-1] != "\u03c2"
    cased = (c + "a").title()[-1] == "a"
    # A character that is cased as well as ignorable counts as ignorable in front of a sigma.
    if cased and not (c + SIGMA).lower()[-1] == "\u03c2":
        ignorable = True
    return {
        "alpha": c.isalpha(), "decimal": c.isdecimal(), "digit": c.isdigit(),
        "numeric": c.isnumeric(), "space": c.isspace(), "upper": c.isupper(),
        "lower": c.islower(), "title": unicodedata.category(c) == "Lt",
        "printable": c.isprintable(), "xid_start": c != "_" and c.isidentifier(),
        "xid_continue": ("a" + c).isidentifier(), "cased": cased, "case_ignorable": ignorable,
    }


def mappings_of(c):
    lower = "\u03c3" if c == SIGMA else c.lower()
    return [lower, c.upper(), c.title(), c.casefold()]


class Tables:
    def __init__(self):
        self.records = {}
        self.specials = []
        self.special_at = {}

    def special(self, texts):
        if texts not in self.special_at:
            self.special_at[texts] = len(self.specials)
            self.specials.append(texts)
        return self.special_at[texts]

    def record(self, code):
        c = chr(code)
        flags = flags_of(c)
        maps = mappings_of(c)
        deltas = [0, 0, 0, 0]
        if any(len(m) != 1 for m in maps):
            flags["special"] = True
            deltas[0] = self.special(tuple(maps))
        else:
            deltas = [ord(m) - code for m in maps]
        bits = sum(1 << k for k, name in enumerate(FLAGS) if flags.get(name))
        key = (bits, unicodedata.decimal(c, 0), *deltas)
        return self.records.setdefault(key, len(self.records))


def rows(values, width=100):
    line = "   "
    for v in values:
        text = " %s," % v
        if len(line) + len(text) > width:
            print(line)
            line = "   "
        line += text
    print(line)


def literal(text):
    return 'U"%s"' % "".join("\\U%08x" % ord(c) for c in text)


def main():
    tables = Tables()
    codes = [tables.record(code) for code in range(sys.maxunicode + 1)]
    size = 1 << PAGE_BITS
    pages, first = {}, []
    for at in range(0, len(codes), size):
        first.append(pages.setdefault(tuple(codes[at:at + size]), len(pages)))
    assert len(pages) < 65536 and len(tables.records) < 65536
    print("// What: properties and case mappings of all characters, Unicode %s." % unicodedata.unidata_version)
    print("// Written by scripts/unicode_tables.py; change that, not this.")
    print("static constexpr int kUnicodePageBits = %d;" % PAGE_BITS)
    print("static constexpr uint%d_t kUnicodePages[] = {" % (8 if len(pages) < 256 else 16))
    rows(first)
    print("};\nstatic constexpr uint16_t kUnicodeRecordNumbers[] = {")
    for page in pages:
        rows(page)
    print("};\nstatic constexpr UnicodeRecord kUnicodeRecords[] = {")
    rows("{%s}" % ", ".join(map(str, r)) for r in tables.records)
    print("};\nstatic constexpr UnicodeSpecial kUnicodeSpecials[] = {")
    rows("{%s}" % ", ".join(map(literal, s)) for s in tables.specials)
    print("};")


main()
