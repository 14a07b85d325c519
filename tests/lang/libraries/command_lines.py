# argparse.
import argparse


def show(parser, *lines):
    for line in lines:
        try:
            print(line, "->", parser.parse_args(line.split()))
        except SystemExit as end:
            print(line, "-> exit", end.code)


p = argparse.ArgumentParser(prog="tool", description="Does things.", epilog="That is all.")
p.add_argument("path", help="where to look")
p.add_argument("more", nargs="*", type=int)
p.add_argument("-n", "--number", type=int, default=3, help="how many (default: %(default)s)")
p.add_argument("-v", "--verbose", action="count", default=0)
p.add_argument("--quiet", action="store_true")
p.add_argument("--mode", choices=["fast", "slow"], default="fast", help="which way to go about it, fast or slow, with a text so long that it has to be wrapped")
p.add_argument("-I", dest="includes", action="append", metavar="DIR")
p.add_argument("--pair", nargs=2, type=float)
p.add_argument("--maybe", nargs="?", const="c", default="d")
show(p, "x", "x 1 2 -n 5 -vv --quiet", "-n7 x --mode=slow", "x -Ia -I b --pair 1 2.5", "x --maybe", "x --maybe y", "x --verb --num 2", "-vn 4 x", "x -- 3", "x 1 -- -2")
print(p.parse_known_args(["x", "--other", "1"]))
print(p.format_help())
print(p.format_usage(), end="")
q = argparse.ArgumentParser(prog="sub")
q.add_argument("--top", action="store_true")
subs = q.add_subparsers(dest="command", help="what to do")
a = subs.add_parser("add", help="adds", aliases=["plus"])
a.add_argument("x", type=int)
b = subs.add_parser("list")
b.add_argument("--all", action="store_true")
b.set_defaults(func="lister")
show(q, "add 3", "--top list --all", "plus 4", "")
print(q.format_help())
g = argparse.ArgumentParser(prog="g", add_help=False)
e = g.add_mutually_exclusive_group(required=True)
e.add_argument("--a", action="store_true")
e.add_argument("--b", type=int)
group = g.add_argument_group("special", "Rarely needed.")
group.add_argument("--rare", action="store_false")
g.add_argument("--flag", action=argparse.BooleanOptionalAction, default=True)
g.add_argument("rest", nargs=argparse.REMAINDER)
show(g, "--a", "--b 3 --rare", "--a --no-flag one --two")
print(g.format_help())
print(argparse.Namespace(a=1) == argparse.Namespace(a=1), "a" in argparse.Namespace(a=1))
for bad in (lambda: p.add_argument("-n"), lambda: p.add_argument("y", required=True), lambda: p.add_argument("--z", action="nope")):
    try:
        bad()
    except Exception as error:
        print(type(error).__name__, error)
# expect: x -> Namespace(path='x', more=[], number=3, verbose=0, quiet=False, mode='fast', includes=None, pair=None, maybe='d')
# expect: x 1 2 -n 5 -vv --quiet -> Namespace(path='x', more=[1, 2], number=5, verbose=2, quiet=True, mode='fast', includes=None, pair=None, maybe='d')
# expect: -n7 x --mode=slow -> Namespace(path='x', more=[], number=7, verbose=0, quiet=False, mode='slow', includes=None, pair=None, maybe='d')
# expect: x -Ia -I b --pair 1 2.5 -> Namespace(path='x', more=[], number=3, verbose=0, quiet=False, mode='fast', includes=['a', 'b'], pair=[1.0, 2.5], maybe='d')
# expect: x --maybe -> Namespace(path='x', more=[], number=3, verbose=0, quiet=False, mode='fast', includes=None, pair=None, maybe='c')
# expect: x --maybe y -> Namespace(path='x', more=[], number=3, verbose=0, quiet=False, mode='fast', includes=None, pair=None, maybe='y')
# expect: x --verb --num 2 -> Namespace(path='x', more=[], number=2, verbose=1, quiet=False, mode='fast', includes=None, pair=None, maybe='d')
# expect: -vn 4 x -> Namespace(path='x', more=[], number=4, verbose=1, quiet=False, mode='fast', includes=None, pair=None, maybe='d')
# expect: x -- 3 -> Namespace(path='x', more=[3], number=3, verbose=0, quiet=False, mode='fast', includes=None, pair=None, maybe='d')
# expect: x 1 -- -2 -> Namespace(path='x', more=[1, -2], number=3, verbose=0, quiet=False, mode='fast', includes=None, pair=None, maybe='d')
# expect: (Namespace(path='x', more=[], number=3, verbose=0, quiet=False, mode='fast', includes=None, pair=None, maybe='d'), ['--other', '1'])
# expect: usage: tool [-h] [-n NUMBER] [-v] [--quiet] [--mode {fast,slow}] [-I DIR]
# expect:             [--pair PAIR PAIR] [--maybe [MAYBE]]
# expect:             path [more ...]
# expect:
# expect: Does things.
# expect:
# expect: positional arguments:
# expect:   path                  where to look
# expect:   more
# expect:
# expect: options:
# expect:   -h, --help            show this help message and exit
# expect:   -n NUMBER, --number NUMBER
# expect:                         how many (default: 3)
# expect:   -v, --verbose
# expect:   --quiet
# expect:   --mode {fast,slow}    which way to go about it, fast or slow, with a text so
# expect:                         long that it has to be wrapped
# expect:   -I DIR
# expect:   --pair PAIR PAIR
# expect:   --maybe [MAYBE]
# expect:
# expect: That is all.
# expect:
# expect: usage: tool [-h] [-n NUMBER] [-v] [--quiet] [--mode {fast,slow}] [-I DIR]
# expect:             [--pair PAIR PAIR] [--maybe [MAYBE]]
# expect:             path [more ...]
# expect: add 3 -> Namespace(top=False, command='add', x=3)
# expect: --top list --all -> Namespace(top=True, command='list', all=True, func='lister')
# expect: plus 4 -> Namespace(top=False, command='plus', x=4)
# expect:  -> Namespace(top=False, command=None)
# expect: usage: sub [-h] [--top] {add,plus,list} ...
# expect:
# expect: positional arguments:
# expect:   {add,plus,list}  what to do
# expect:     add (plus)     adds
# expect:
# expect: options:
# expect:   -h, --help       show this help message and exit
# expect:   --top
# expect:
# expect: --a -> Namespace(a=True, b=None, rare=True, flag=True, rest=[])
# expect: --b 3 --rare -> Namespace(a=False, b=3, rare=False, flag=True, rest=[])
# expect: --a --no-flag one --two -> Namespace(a=True, b=None, rare=True, flag=False, rest=['one', '--two'])
# expect: usage: g (--a | --b B) [--rare] [--flag | --no-flag] ...
# expect:
# expect: positional arguments:
# expect:   rest
# expect:
# expect: options:
# expect:   --a
# expect:   --b B
# expect:   --flag, --no-flag
# expect:
# expect: special:
# expect:   Rarely needed.
# expect:
# expect:   --rare
# expect:
# expect: True True
# expect: ArgumentError argument -n: conflicting option string: -n
# expect: TypeError 'required' is an invalid argument for positionals
# expect: ValueError unknown action "nope"
