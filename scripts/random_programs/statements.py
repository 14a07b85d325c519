"""Templates of statements, each with its weight. See grammar.py.

Lines that are places for statements: `<block>`; `<loop>`, in a loop; `<inner>`, in a nested function.
"""

SIMPLE = [
    (10, "i = <int>"), (5, "z = <float>"), (8, "s = <str>"), (8, "l = <list>"), (6, "d = <dict>"), (5, "t = <tuple>"), (4, "b = <bytes>"), (3, "c = set(<set>)"), (4, "l.<listmethod>(<args>)"), (3, "d[<key_of>] = <any>"), (3, "l[<bound>:<bound>:<step>] = <list>"), (3, "l += <iter>"), (3, "i <augmented>= <int>"), (3, "d |= <dict>"), (2, "c |= <set>"), (2, "s += <str>"), (2, "t += <tuple>"),
    (30, "<target> = <any>"), (14, "<target> = <int>"), (10, "<target> = <str>"), (10, "<target> = <list>"), (8, "<target> = <dict>"), (30, "show(<any>)"), (12, "show(<int>, <float>)"), (14, "show(<str>)"), (12, "show(<list>)"),
    (8, "show(<dict>)"), (8, "show(<tuple>)"), (8, "show(<bytes>)"), (10, "show(<bool>)"), (5, "show(sorted(<set>, key=repr))"), (8, "<target> <augmented>= <any>"), (5, "<name> <augmented>= <int>"), (4, "<name>[<any>] = <any>"),
    (3, "<name>[<index>] <augmented>= <any>"), (3, "<name>.value <augmented>= <any>"), (3, "<name>[<bound>:<bound>] = <iter>"), (3, "<name>[<bound>:<bound>:<step>] = <iter>"), (2, "<name>[<bound>:<bound>] += <iter>"), (3, "<name>.<member> = <any>"), (4, "del <name>[<index>]"),
    (2, "del <name>[<bound>:<bound>:<step>]"), (2, "del <name>"), (2, "del <name>.<member>"), (1, "del <name>, <name>[<any>]"), (4, "<name>, <name> = <any>"), (4, "<name>, *<name> = <iter>"), (3, "*<name>, <name>, <name> = <iter>"), (3, "(<name>, <name>), <name> = <any>"), (2, "[<name>, *<name>] = <iter>"),
    (3, "<name> = <name> = <any>"), (2, "<name>[<index>], <name> = <pair>"), (2, "<name>: <type> = <any>"), (3, "<name>, <name> = <name>, <name>"), (3, "assert <any>"), (2, "assert <bool>, <any>"), (2, "raise <exception>"), (2, "raise <exception> from <cause>"), (1, "raise <any>"), (1, "raise"),
    (3, "<name> = <any>; show(<name>)"), (2, "<jump>"), (3, "if <bool>: <name> = <any>"), (2, "pass"), (3, "<name>.<listmethod>(<args>)"), (2, "<name>.<dictmethod>(<args>)"), (2, "for <name> in small(<iter>): show(<name>)"), (2, "print(<str>, <any>, sep=<str>, end='|\\n') if 0 else show(<any>)"),
    (3, "show(<call>)"), (4, "show(<object>)"), (3, "show(list(<gen>))"),
]

COMPOUND = [
    (8, """
if <any>:
    <block>"""), (6, """
if <bool>:
    <block>
elif <any>:
    <block>
else:
    <block>"""), (8, """
for <name> in small(<iter>):
    <loop>"""), (3, """
for <name>, <name> in small(<pairs>):
    <loop>
else:
    <block>"""), (2, """
for <name>, *<name> in small(<list>):
    <loop>"""), (2, """
for <name>[<index>] in small(<iter>):
    <loop>"""), (5, """
n = 0
while <any>:
    n += 1
    if n > 4: break
    <loop>
else:
    <block>"""), (3, """
while (<name> := <name> - 1 if isinstance(<name>, int) and <name> < 9 else 0) > 0:
    <loop>
    break"""), (10, """
try:
    <block>
except <caught> as e:
    show(type(e).__name__, e)
    <block>"""), (6, """
try:
    <block>
except <caught>:
    <block>
else:
    <block>
finally:
    <block>"""), (4, """
try:
    <block>
finally:
    <block>"""), (4, """
try:
    <block>
except <caught> as e:
    <block>
    raise <exception> from e"""), (3, """
try:
    <block>
except <caught>:
    raise <exception>
finally:
    <block>"""), (3, """
try:
    <block>
except <caught>:
    raise"""), (4, """
try:
    <block>
except <caught> as e:
    chain(e)
except Exception as <name>:
    show(repr(<name>), <name>.args)"""), (4, """
for <name> in small(<iter>):
    try:
        <loop>
        <jump>
    except <caught>:
        <jump>
    finally:
        <loop>"""), (2, """
for <name> in small(<iter>):
    try:
        <loop>
    finally:
        <jump>"""), (6, """
with Manager(<bool>) as <name>:
    <block>"""), (3, """
with Manager(<bool>), Manager(<bool>) as <name>:
    <block>"""), (3, """
with <context> as <name>:
    <block>"""), (2, """
with (
    Manager(<any>) as <name>,
    <context>,
):
    <block>"""), (2, """
with <any> as <name>:
    <block>"""), (3, """
try:
    with Manager(<bool>):
        <block>
        raise <exception>
except <caught> as e:
    chain(e)"""), (4, """
def inner(<parameters>):
    <inner>
    return <any>
show(inner(<args>))"""), (3, """
def outer():
    <name> = <any>
    kept = <int>
    def inner():
        nonlocal kept
        kept += <int>
        <inner>
        return kept
    show(inner(), kept)
    return inner
<name> = outer()
show(<name>(), <name>.__name__)"""), (2, """
fs = [lambda y=<any>: (x, y) for x in small(<iter>)]
show([f() for f in fs])"""), (3, """
def gen():
    <name> = yield <any>
    show('got', <name>)
    try:
        <name> = yield <any>
        <inner>
    except <caught> as e:
        show('in gen', e)
        yield <any>
    finally:
        show('closing')
    return <any>
it = gen()
show(next(it))
show(it.send(<any>))
show(it.throw(<exception>))
it.close()
show(next(it, 'none'))"""), (3, """
def delegate():
    result = yield from <gen>
    show('result', result)
    result = yield from small(<iter>)
    return <any>
show(list(delegate()))"""), (2, """
it = <gen>
for <name> in it:
    show(<name>)
    <jump>
show(it.close(), list(it))"""), (2, """
try:
    it = iter(<gen>)
    while True:
        show(next(it))
except StopIteration as e:
    show('stopped', e.value)"""), (2, """
class Local(<class>):
    attribute = <any>
    def get(self):
        return super().get(), <any>
show(Local(<any>).get())"""), (2, """
class Body:
    <name> = <any>
    show(<name>)
    listed = [<name> for _ in range(2)]
show(Body.listed, [x for x in vars(Body) if not x.startswith('_')])"""), (2, """
before = <list>
after = before
after += <iter>
show(before, after, before is after)"""), (2, """
def recurse(n, acc=()):
    if n <= 0:
        return acc + (<any>,)
    return recurse(n - 1, acc + (n,))
show(recurse(<little>))"""), (1, """
if (m := re.match(<pattern>, <str>)) is not None:
    show(m.group(), m.groups(), m.span(), m.groupdict())"""), (1, """
buffer = io.StringIO()
print(<any>, <str>, sep=<str>, file=buffer)
show(repr(buffer.getvalue()))"""), (2, """
@<decorator>
def decorated(x=<any>, *rest, k=<any>):
    <inner>
    return x, rest, k
show(decorated(<args>), decorated.__name__)"""), (2, """
Point = collections.namedtuple('Point', <fields>)
<name> = Point(<args>)
show(<name>, <name>._asdict(), <name>[0], Point._fields)"""), (2, """
@dataclasses.dataclass(<dataclass_options>)
class Data:
    x: int
    y: list = dataclasses.field(default_factory=list)
    z: str = 'z'
<name> = Data(<args>)
show(<name>, <name> == Data(<any>), dataclasses.asdict(<name>))
<name>.x = <any>
show(<name> < Data(<any>))"""), (2, """
class Color(enum.<enum>):
    RED = <little>
    BLUE = 16
    GREEN = <little>
show(list(Color), Color.RED, Color(<little>), Color['BLUE'].value, Color.RED == <any>)"""), (1, """
@functools.lru_cache(maxsize=<bit>)
def cached(x, y=0):
    show('computing')
    return x, y
show(cached(<int>), cached(<int>), cached(<any>), cached.cache_info())"""), (1, """
queue_like = collections.deque(<iter>, maxlen=5)
queue_like.append(<any>); queue_like.appendleft(<any>); queue_like.rotate(<little>)
show(queue_like, queue_like.popleft(), list(reversed(queue_like)), queue_like[<index>])"""), (1, """
@contextlib.contextmanager
def managed(x):
    show('enter', x)
    try:
        yield x
        <inner>
    except <caught> as e:
        show('suppressed', e)
    finally:
        show('leave')
with managed(<any>) as <name>:
    <block>"""), (1, """
global_before = <name>
def changes():
    global <globals>
    <inner>
    return <any>
show(changes())"""),
]

EXCEPTIONS = (["ValueError('v')", "KeyError('k')", "TypeError", "Custom(1)", "IndexError()"], [
    "ValueError(<any>)", "KeyError(<any>)", "TypeError(<any>, <any>)", "Custom(<any>)", "Custom", "ZeroDivisionError(<str>)", "OSError(2, 'no')", "OSError(2, 'no', <str>)", "StopIteration(<any>)", "RuntimeError()", "AttributeError(<str>)", "LookupError(<any>)", "NotImplementedError", "AssertionError(<any>)", "UnicodeDecodeError('utf-8', b'x', 0, 1, 'why')", "OverflowError(<int>)", "Noisy(<any>)", "Exception(<list>)", "ArithmeticError(*<tuple>)",
])
CAUGHT = (["TypeError", "ValueError", "Exception", "(KeyError, IndexError)", "ZeroDivisionError", "LookupError", "AttributeError", "Custom", "(TypeError, ValueError, Custom)", "ArithmeticError", "NameError", "StopIteration", "Exception", "Exception"], [])

TABLES = {
    "exception": EXCEPTIONS, "caught": CAUGHT,
    "cause": (["None", "ValueError('cause')", "KeyError"], ["<exception>", "<any>"]),
    "augmented": ("+ - // % & | ^ / >> @ +".split(), []),
    "target": (["<name>", "<name>", "<name>", "<name>", "<name>[<index>]", "<name>.value"], []),
    "pair": (["(1, 2)", "'ab'"], ["(<any>, <any>)", "<any>"]),
    "context": (["contextlib.suppress(TypeError)", "contextlib.nullcontext(5)"], ["contextlib.suppress(<caught>)", "contextlib.closing(<gen>)", "contextlib.nullcontext(<any>)", "contextlib.ExitStack()", "threading.Lock()", "contextlib.redirect_stdout(io.StringIO())", "Manager(<bool>)"]),
    "decorator": (["plain", "named(3)", "functools.lru_cache", "functools.wraps(len)", "functools.cache", "contextlib.contextmanager and plain", "(lambda f: f)"], []),
    "fields": (["'x y'", "['x', 'y', 'z']", "'x, y', defaults=[5]", "'x x'", "'x class'", "'x _y', rename=True"], []),
    "dataclass_options": (["", "", "order=True", "frozen=True", "eq=False", "repr=False", "unsafe_hash=True"], []),
    "enum": (["Enum", "IntEnum", "Enum"], []),
    "pattern": (["'a'", "'(?P<n>[a-z]+)( ?)'", "r'(\\w)(\\d)?'", "'.*?b'", "'[^a]'"], ["<str>"]),
    "globals": (["u, v", "w", "p", "q, u"], []),
}
