"""What stands at the beginning of every random program."""

MODULES = """bisect collections concurrent.futures contextlib copy dataclasses enum functools heapq io itertools json math operator
queue re statistics string struct textwrap time""".split()
PRELUDE = '''inf, nan, w = float('inf'), float('nan'), 12
lines = threading.Lock()
shown = 0
# gilsim names some iterators alike; python3's traceback marks one character of // behind a parenthesis.
ALIKE = [('str_ascii_iterator', 'str_iterator'), ('list_reverseiterator', 'reversed'), ('dict_reversekeyiterator', 'dict_keyiterator'),
         ('bytearray_iterator', 'bytes_iterator'), ('~^^~', '~^~~')]
def show(*values):
    global shown
    shown += 1
    if shown < 600:
        say(' '.join(v[:400] if type(v) is str else text(v) for v in values))
def say(said):
    for a, b in ALIKE:
        said = said.replace(a, b)
    lines = said.split('\\n')
    for k, line in enumerate(lines):  # python3's traceback counts bytes for ~ and ^
        if k and line.strip(' ~^') == '' and not lines[k - 1].isascii():
            lines[k] = line.replace('~', '^')
    print('\\n'.join(lines))
def text(v):
    t = repr(v)
    return type(v).__name__ if ' at 0x' in t else t[:400]
def caught(e):
    """An exception as it would be printed, without what is different: frames of the library."""
    rows = traceback.format_exception(e)
    own = [row for row in rows if '"%s"' % __file__ in row or not row.startswith('  File')]
    say('raised %s %s' % (type(e).__name__, ''.join(own) if ' at 0x' not in ''.join(own) else ''))
def chain(e):
    while e is not None:
        show(type(e).__name__, e, e.__suppress_context__, getattr(e, '__notes__', None))
        e = e.__cause__ or e.__context__
class Custom(Exception):
    pass
class Noisy(Exception):
    def __init__(self, x=0):
        super().__init__(x, 'noisy')
    def __str__(self):
        return 'noise %r' % (self.args,)
def small(v):
    if isinstance(v, (int, float)):
        return range(int(v) % 4)
    if isinstance(v, (set, frozenset)):
        return sorted(map(repr, v))
    out = []
    for x in v:
        out.append(x)
        if len(out) > 4:
            break
    return out
def type_of(v):
    return type(v).__name__
def hash_of(v):
    hash(v)
    return hash(v) if isinstance(v, (int, float)) else 'hashable'
def iter_next(v):
    it = iter(v)
    return next(it), next(it, 'end')
def mutated(l, change):
    result = change(l)
    return [l, result] if result is not l else [l, 'same']
def changed(d, change):
    return {'dict': d, 'result': change(d)}
def altered(s, change):
    s = set(s)
    show(change(s))
    return s
def super_get(x):
    return super(type(x), x).get()
def yield_like(x):
    return (yield x)
def times(a, b):
    for x, y in ((a, b), (b, a)):  # a sequence is not made a million times as long
        if isinstance(x, int) and abs(x) > 50 and not isinstance(y, (int, float)):
            return 'too long'
    if isinstance(a, int) and isinstance(b, int) and (abs(a) > 10 ** 200 or abs(b) > 10 ** 200):
        return 'too big'
    return a * b
def power(a, b):
    if isinstance(a, int) and abs(a) > 10 ** 40 or not isinstance(b, int) or abs(b) > 60:
        return 'too big'
    return a ** b
def shift(a, b):
    return a << b if isinstance(b, int) and b < 200 else 'too far'
class Manager:
    def __init__(self, swallow):
        self.swallow = swallow
    def __enter__(self):
        return 'entered'
    def __exit__(self, kind, value, trace):
        show('exit', kind and kind.__name__, value)
        return self.swallow
def plain(f):
    def wrapper(*args, **kwargs):
        show('calling', f.__name__)
        return f(*args, **kwargs)
    return wrapper
def named(n):
    def decorate(f):
        @functools.wraps(f)
        def wrapper(*args, **kwargs):
            return n, f(*args, **kwargs)
        return wrapper
    return decorate
def attempt(f, *args):
    try:
        return text(f(*args))
    except Exception as e:
        return type(e).__name__ + ': ' + (str(e) if ' at 0x' not in str(e) else '')
def start_and_join(f, n):
    threads = [threading.Thread(target=f, args=(k,)) for k in range(n)]
    for t in threads:
        t.start()
    for t in threads:
        t.join()
'''


def with_prelude(text):
    """The program: imports of the modules that are used, the prelude, the text."""
    both = PRELUDE + text
    used = [name for name in MODULES if name + "." in both]
    return "import %s\n%s" % (", ".join(["sys", "threading", "traceback"] + used), both)
