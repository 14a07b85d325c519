#!/usr/bin/env python3
"""Checks the style rules that a machine can check: include edges between layers, confined headers, banned words, length of files, functions and lines,
header comments, numbered memory orders and their partners. Prints one line a finding and exits with 1 if there is any.

    scripts/tidy.py [ROOT]
"""
import os
import re
import sys

MAX_FILE_LINES = 800
MAX_LINE_CHARACTERS = 100
MAX_FUNCTION_LINES = 70
FOLDERS = ("gil", "vm", "experiments", "tests", "scripts", "workloads")
GENERATED = (".inc",)
# Longer files, each with its reason.
LONG_FILES = {
    "vm/object/text_methods_impl.h": "one struct template: the methods of str, bytes and bytearray share every helper",
    "vm/interp/loop_impl.h": "the dispatch loop",
}
# Longer functions, each with its reason.
LONG_FUNCTIONS = {
    ("vm/interp/loop_impl.h", "run"): "the dispatch loop",
    ("vm/bytecode/operands.cpp", "make_shape"): "a table: one line a format",
    ("vm/interp/slow_ops_impl.h", "slow_op"): "a flat switch: one case an opcode",
    ("vm/interp/slow_ops_impl.h", "slow_name_op"): "a flat switch: one case an opcode",
    ("vm/interp/slow_ops_impl.h", "slow_build_op"): "a flat switch: one case an opcode",
    ("vm/interp/slow_ops_impl.h", "slow_raise_op"): "a flat switch: one case an opcode",
    ("vm/compile/codegen_expressions.cpp", "into"): "a flat switch: one case a kind of node",
    ("vm/compile/codegen_statements.cpp", "statement"): "a flat switch: one case a kind of node",
    ("vm/compile/scopes.cpp", "statement"): "a flat switch: one case a kind of node",
    ("tests/unit/object_text_format_test.cpp", "TEST"): "a table of cases",
    ("tests/unit/object_text_numbers_test.cpp", "TEST"): "a table of cases",
}
BANNED = (
    (re.compile(r"\bstd::(thread|mutex|condition_variable|this_thread)\b"), "gil/os", "threads belong to gil/os"),
    (re.compile(r"\bthread_local\b"), "gil/os", "thread_local belongs to gil/os"),
    (re.compile(r"\bSYS_futex\b"), "gil/os", "futex belongs to gil/os"),
    (re.compile(r"\busing namespace std\b"), None, "using namespace std"),
    (re.compile(r"(?<![\w:])s?rand\("), None, "unseeded randomness"),
)


def read_layers(path):
    """The allowed edges, closed under transitivity, and the confined headers."""
    direct, confined = {}, []
    with open(path, encoding="utf-8") as stream:
        for line in stream:
            line = line.split("#")[0].strip()
            if line.startswith("confine "):
                _, pattern, *folders = line.split()
                confined.append((pattern, folders))
            elif line:
                layer, _, below = line.partition(":")
                direct[layer.strip()] = below.split()
    closed = {}

    def close(layer):
        if layer not in closed:
            closed[layer] = {layer}
            for below in direct.get(layer, ()):
                closed[layer] |= close(below)
        return closed[layer]

    for layer in direct:
        close(layer)
    return closed, confined


def layer_of(path):
    return "/".join(path.split("/")[:2])


def check_includes(path, lines, layers, confined, report):
    layer = layer_of(path)
    if layer not in layers:
        return
    for number, line in enumerate(lines, 1):
        match = re.match(r'\s*#include\s+(["<][^">]+[">])', line)
        if not match:
            continue
        name = match.group(1)
        if name.startswith('"'):
            target = layer_of(name[1:-1])
            if target in layers and target not in layers[layer]:
                report(path, number, "%s may not include %s" % (layer, target))
        if path.startswith(("gil/", "vm/")):
            for pattern, folders in confined:
                if pattern in name and layer not in folders:
                    report(path, number, "%s is confined to %s" % (pattern, ", ".join(folders)))


def without_comment(line):
    return line.split("//")[0]


def check_words(path, lines, report):
    product = path.startswith(("gil/", "vm/"))
    for number, line in enumerate(lines, 1):
        code = without_comment(line)
        for pattern, allowed, why in BANNED:
            if product and pattern.search(code) and not (allowed and path.startswith(allowed)):
                report(path, number, why)
        if re.search(r"\bTODO\b(?!\(\d+\))", line) and not path.endswith("tidy.py") and "test_tidy" not in path:
            report(path, number, "TODO without an issue number")


ORDER = re.compile(r"memory_order_(relaxed|acquire|release|acq_rel|consume)|__ATOMIC_(RELAXED|ACQUIRE|RELEASE|ACQ_REL)")


def check_orders(path, lines, report):
    """Every order weaker than sequentially consistent says why, on its line or one of the two above."""
    if not path.startswith(("gil/", "vm/object/")):
        return
    for number, line in enumerate(lines, 1):
        if not ORDER.search(without_comment(line)):
            continue
        near = " ".join(lines[max(0, number - 3):number])
        if not re.search(r"//.*(\(\d+\)|[Rr]elaxed:|relaxed,)", near):
            report(path, number, "memory order without a number or a reason")


PARTNER = re.compile(r"pairs with \((\d+)\)(?: of (\w+\.\w+))?")


def check_partners(root, path, lines, report):
    """A numbered order's partner stands in the same file, or in the named one of the same folder."""
    if not path.startswith(("gil/", "vm/")):
        return
    for number, line in enumerate(lines, 1):
        for partner, named in PARTNER.findall(line):
            source = lines
            if named:
                other = os.path.join(root, os.path.dirname(path), named)
                if not os.path.exists(other):
                    report(path, number, "no file %s with a partner" % named)
                    continue
                with open(other, encoding="utf-8") as stream:
                    source = stream.readlines()
            if not any(re.search(r"//.*\(%s\) \w" % partner, PARTNER.sub("", text)) for text in source):
                report(path, number, "no partner (%s)" % partner)


STRING = re.compile(r'"(?:\\.|[^"\\])*"|\'(?:\\.|[^\'\\])+\'')
NO_FUNCTION = re.compile(r"^\s*(namespace|class|struct|enum|union|extern|template\s*<[^(]*$|using|typedef)\b")


def cpp_functions(lines):
    """(name, first line, last line) of outermost function bodies. Macros and comments are no code."""
    depth, head, start, name, opened = 0, "", 0, None, 0
    in_macro = False
    for number, line in enumerate(lines, 1):
        macro = in_macro or line.lstrip().startswith("#")
        in_macro = macro and line.rstrip().endswith("\\")
        if macro:
            continue
        code = without_comment(STRING.sub('""', line.rstrip("\n")))
        for character in code:
            if character == "{":
                depth += 1
                if name is None and ")" in head and not NO_FUNCTION.match(head):
                    found = re.search(r"([\w~]+|operator\W+)\s*\(", head)
                    name, opened = found.group(1) if found else "?", depth
                head = ""
            elif character == "}":
                if name is not None and depth == opened:
                    yield name, start, number
                    name = None
                depth -= 1
                head = ""
            elif character == ";" and head.count("(") <= head.count(")"):
                head = ""
            else:
                if not head.strip():
                    head, start = "", number if name is None else start
                head += character
        head += " "


def python_functions(lines):
    """(name, first line, last line) of functions; a function in a function counts for both."""
    open_functions, last = [], 0
    for number, line in enumerate(lines, 1):
        if not line.strip() or line.lstrip().startswith("#"):
            continue
        indent = len(line) - len(line.lstrip())
        while open_functions and indent <= open_functions[-1][0] and line.strip() not in ")]}":
            _, name, start = open_functions.pop()
            yield name, start, last
        found = re.match(r"\s*def (\w+)", line)
        if found:
            open_functions.append((indent, found.group(1), number))
        last = number
    for _, name, start in open_functions:
        yield name, start, last


def check_functions(path, lines, report):
    functions = python_functions(lines) if path.endswith(".py") else cpp_functions(lines)
    for name, start, end in functions:
        length = end - start + 1
        if length > MAX_FUNCTION_LINES and (path, name) not in LONG_FUNCTIONS:
            report(path, start, "function %s has %d lines, at most %d" % (name, length, MAX_FUNCTION_LINES))


def check_shape(path, lines, report):
    if len(lines) > MAX_FILE_LINES and not path.endswith(GENERATED) and path not in LONG_FILES:
        report(path, len(lines), "file has %d lines, at most %d" % (len(lines), MAX_FILE_LINES))
    for number, line in enumerate(lines, 1):
        if len(line.rstrip("\n")) > MAX_LINE_CHARACTERS and path.endswith((".h", ".cpp")):
            report(path, number, "line has %d characters, at most %d" % (len(line), MAX_LINE_CHARACTERS))
    if path.endswith((".h", ".cpp")):
        if not lines or not lines[0].startswith("//"):
            report(path, 1, "no header comment")
        if path.endswith(".h") and not any(line.startswith("#pragma once") for line in lines):
            report(path, 1, "no #pragma once")


def check_file(root, path, layers, confined, report):
    with open(os.path.join(root, path), encoding="utf-8") as stream:
        lines = stream.readlines()
    if path.endswith((".h", ".cpp", ".def")):
        check_includes(path, lines, layers, confined, report)
        check_words(path, lines, report)
        check_orders(path, lines, report)
        check_partners(root, path, lines, report)
    if path.endswith((".h", ".cpp", ".py", ".def")):
        check_shape(path, lines, report)
        check_functions(path, lines, report)


def files_of(root):
    for folder in FOLDERS:
        for where, _, names in os.walk(os.path.join(root, folder)):
            for name in sorted(names):
                if name.endswith((".h", ".cpp", ".py", ".def")):
                    yield os.path.relpath(os.path.join(where, name), root)


def main(arguments):
    root = arguments[0] if arguments else os.path.dirname(os.path.dirname(os.path.abspath(__file__)))
    layers, confined = read_layers(os.path.join(root, "scripts", "layers.txt"))
    findings = []

    def report(path, number, message):
        findings.append("%s:%d: %s" % (path, number, message))

    for path in files_of(root):
        check_file(root, path, layers, confined, report)
    for finding in findings:
        print(finding)
    print("tidy: %d findings" % len(findings))
    return 1 if findings else 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
