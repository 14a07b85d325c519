# What argparse says of wrong command lines, on standard error.
import argparse
import io
import sys


def wrong(parser, line):
    saved, sys.stderr = sys.stderr, io.StringIO()
    try:
        parser.parse_args(line.split())
        print("fine")
    except SystemExit as end:
        print(end.code, sys.stderr.getvalue().splitlines()[-1])
    finally:
        sys.stderr = saved


p = argparse.ArgumentParser(prog="tool")
p.add_argument("count", type=int)
p.add_argument("--mode", choices=["fast", "slow"])
p.add_argument("--pair", nargs=2)
p.add_argument("--plus", nargs="+")
p.add_argument("--same", action="store_true")
p.add_argument("--salt")
for line in ("", "x", "1 2", "1 --mode middle", "1 --pair a", "1 --plus", "1 --nothing", "1 --sa", "1 --same=3", "1 --mode", "1 -x 3"):
    wrong(p, line)
q = argparse.ArgumentParser(prog="sub")
s = q.add_subparsers(dest="command", required=True)
s.add_parser("add").add_argument("x")
for line in ("", "nope", "add", "add 1 2"):
    wrong(q, line)
g = argparse.ArgumentParser(prog="g")
e = g.add_mutually_exclusive_group(required=True)
e.add_argument("-a", action="store_true")
e.add_argument("-b", type=float)
for line in ("", "-a -b 1", "-b x"):
    wrong(g, line)
# expect: 2 tool: error: the following arguments are required: count
# expect: 2 tool: error: argument count: invalid int value: 'x'
# expect: 2 tool: error: unrecognized arguments: 2
# expect: 2 tool: error: argument --mode: invalid choice: 'middle' (choose from 'fast', 'slow')
# expect: 2 tool: error: argument --pair: expected 2 arguments
# expect: 2 tool: error: argument --plus: expected at least one argument
# expect: 2 tool: error: unrecognized arguments: --nothing
# expect: 2 tool: error: ambiguous option: --sa could match --same, --salt
# expect: 2 tool: error: argument --same: ignored explicit argument '3'
# expect: 2 tool: error: argument --mode: expected one argument
# expect: 2 tool: error: unrecognized arguments: -x 3
# expect: 2 sub: error: the following arguments are required: command
# expect: 2 sub: error: argument command: invalid choice: 'nope' (choose from 'add')
# expect: 2 sub add: error: the following arguments are required: x
# expect: 2 sub: error: unrecognized arguments: 2
# expect: 2 g: error: one of the arguments -a -b is required
# expect: 2 g: error: argument -b: not allowed with argument -a
# expect: 2 g: error: argument -b: invalid float value: 'x'
