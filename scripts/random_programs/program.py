"""One random program: definitions, statements whose exceptions are printed, threads, perhaps an uncaught exception."""
from . import definitions, expressions, methods, statements, threads
from .grammar import Grammar
from .prelude import with_prelude

NAMES = ["u", "v", "w", "p", "q"]
# Variables of a kind: what they are called, and a value that threads use instead.
TYPED = {"iname": ("i", "k"), "zname": ("z", "2.5"), "sname": ("s", "'abc'"), "bname": ("b", "b'ab'"), "lname": ("l", "[1, k]"),
         "tname": ("t", "(k, 1)"), "dname": ("d", "{'k': k}"), "cname": ("c", "{1, k}")}
FIRST = [["7", "0", "-3", "2**70", "True"], ["1.5", "-0.0", "1e300", "nan", "0.1"], ["'abc'", "'Hello World'", "'é€'", "''"],
         ["b'xyz'", "bytearray(b'ab')", "b''"], ["[3, 1, 2]", "['b', 'a']", "[]", "[1, [2], None]"], ["(1, 'b')", "()", "(3, 2, 1)"],
         ["{'k': 1, 2: 'z'}", "{}", "{'a': [1], 'b': 2}"], ["{1, 2, 3}", "set()", "{7, 0.5}"]]
TABLES = {**expressions.TABLES, **methods.TABLES, **statements.TABLES, **definitions.TABLES, **threads.TABLES}
CONFUSABLE = {"int", "float", "bool", "str", "bytes", "list", "tuple", "dict", "set", "iter", "ints", "strs"}
TRIES = 8


class Maker(methods.Formats, Grammar):
    """Statements know where they stand by (depth, in a function, in a loop)."""

    confusable = CONFUSABLE
    simple = [template for _, template in statements.SIMPLE]

    def __init__(self, seed, with_threads=False):
        super().__init__(seed, TABLES, statements.SIMPLE + statements.COMPOUND)
        self.seed = seed
        self.with_threads = with_threads
        self.functions, self.generators, self.classes = [], [], []
        self.pure = False  # in what threads run: parameters instead of global variables
        self.place = (0, False, False)
        self.rounds = 3

    def make(self, kind, depth):
        if kind in TYPED:
            return TYPED[kind][self.pure]
        return super().make(kind, depth)

    # ---- what depends on what has been defined
    def make_name(self, _):
        return self.pick(["x", "k", "3", "k"] if self.pure else NAMES)

    def make_call(self, depth):
        if not self.functions or self.pure:
            return "type_of(%s)" % self.make("any", depth)
        name, required = self.pick(self.functions)
        if self.chance(0.3):
            return "%s(%s)" % (name, self.make("args", depth))
        return "%s(%s)" % (name, ", ".join(self.make("any", depth) for _ in range(required)))

    def make_gen(self, depth):
        if not self.generators or self.pure:
            return "(x for x in small(%s))" % self.make("any", depth)
        return "%s(%s)" % (self.pick(self.generators), self.make("any", depth))

    def make_class(self, _):
        return self.pick(self.classes) if self.classes and not self.pure else "Custom"

    def make_object(self, depth):
        name = self.make_class(depth)
        return "%s(%s)" % (name, self.make("any", depth) if self.chance(0.9) else self.make("args", depth))

    def make_member(self, depth):
        return self.pick(["value", "get()", "prop", "shared", "missing", "make(%s)" % self.make("any", depth), "pair()", "twice(%s)" % self.make("any", depth),
                          "extra", "__class__.__name__", "get", "registered", "attribute", "Inner.deep"])

    def make_generated(self, depth):
        return self.pick(["(x for x in small(%s))", "list(%s)", "sum(%s)", "[*%s]", "dict.fromkeys(%s)", "max(%s, default=0)", "' '.join(map(str, %s))"]) % self.make_gen(depth)

    def make_work(self, _):
        return "work%d" % self.random.randrange(2)

    def make_rounds(self, _):
        self.rounds = self.random.randrange(1, 6)
        return str(self.rounds)

    def make_rounds_again(self, _):
        return str(self.rounds)

    def make_jump(self, depth):
        _, in_function, in_loop = self.place
        choices = ["pass"]
        if in_function:
            choices += ["return %s" % self.make("any", depth), "return"]
        if in_loop:
            choices += ["continue", "break", "if %s: break" % self.make("bool", depth)]
        return self.pick(choices)

    # ---- places for statements
    def nested(self, place, count):
        before, self.place = self.place, place
        lines = self.block(count, place)
        self.place = before
        return lines

    def block_block(self, place):
        return self.nested((place[0] + 1,) + place[1:], self.random.randrange(1, 3))

    def block_loop(self, place):
        return self.nested((place[0] + 1, place[1], True), self.random.randrange(1, 3))

    def block_inner(self, place):
        return self.nested((place[0] + 1, True, False), self.random.randrange(1, 3))

    # ---- definitions
    def function(self):
        name = "f%d" % len(self.functions)
        parameters = self.pick([[], ["u"], ["u", "v"], ["u", "/", "v"], ["u"], ["u", "v", "/"]])
        required = len([p for p in parameters if p != "/"])
        if self.chance(0.4):
            parameters = parameters + ["p=" + self.make("any", 3)]
        parameters = parameters + self.pick([[], [], ["*rest"], ["*", "k=None"], ["**more"], ["*rest", "k=0", "**more"], ["*", "k"]])
        lines = ["@%s" % self.pick(["plain", "named(1)", "functools.cache"])] if self.chance(0.15) else []
        lines.append("def %s(%s)%s:" % (name, ", ".join(parameters), self.pick(["", "", " -> int"])))
        if self.chance(0.2):
            lines.append("    global %s" % self.pick(["w", "q", "w, q"]))
        body = self.nested((1, True, False), self.random.randrange(1, 5)) + ["return " + self.make("any", 1)]
        self.functions.append((name, required))
        return lines + ["    " + line for line in body]

    def generator(self):
        name = "g%d" % len(self.generators)
        lines = ["def %s(u=1, v=2):" % name]
        for _ in range(self.random.randrange(1, 4)):
            template = self.pick([
                "yield <any>", "yield <any>", "show('sent', (yield <any>))", "yield from small(<iter>)", "p = yield from small(<any>)", "v += yield <int>", "yield", "p = [(yield <any>), (yield <any>)]", "for q in small(<iter>):\n    yield q, <any>", "<block>",
                "try:\n    yield <any>\nfinally:\n    show('finally in', '%s')" % name, "try:\n    yield <any>\n    <block>\nexcept <caught> as e:\n    show('caught in', e)\n    yield e.args", "with Manager(<bool>):\n    yield <any>", "if <any>:\n    return <any>", "yield (yield)",
            ])
            before, self.place = self.place, (2, True, False)
            lines += ["    " + line for line in self.layout(template, (2, True, False))]
            self.place = before
        lines.append("    return %s" % self.make("any", 2))
        lines.append("    yield")
        self.generators.append(name)
        return lines

    def klass(self):
        name = "C%d" % len(self.classes)
        bases = self.random.sample(self.classes, min(len(self.classes), self.pick([0, 1, 1, 2])))
        if self.chance(0.2):
            bases.append(self.make("base", 3))
        keywords = ["tag=%s" % self.make("int", 3)] if self.chance(0.03) else []
        lines = ["%sclass %s%s:" % ("@functools.total_ordering\n" if self.chance(0.05) and not bases else "", name, "(%s)" % ", ".join(bases + keywords) if bases + keywords or self.chance(0.2) else "")]
        lines = lines[0].split("\n")
        members = ["shared = <int>", self.pick(definitions.INITS), "def get(self):\n    return <selfvalue>", "def twice(self, x):\n    return %s" % self.pick(["x + x", "self.value + x", "(x, self.get())", "super().twice(x)"])]
        weights = [weight for weight, _ in definitions.MEMBERS]
        members += [template for _, template in self.random.choices(definitions.MEMBERS, weights, k=self.random.randrange(1, 7))]
        if self.chance(0.7):
            members.append("def __repr__(self):\n    return '%s(%%s)' %% (self.value if hasattr(self, 'value') else '',)" % name)
        for template in members:
            member = ["    " + line for line in self.layout(template, (2, True, False))]
            lines += member if self.checked(["if 1:"] + member) else []
        self.classes.append(name)
        return self.guarded(lines, ["class %s(Custom): pass" % name])

    # ---- the whole
    @staticmethod
    def guarded(lines, more=()):
        return ["try:"] + ["    " + line for line in lines] + ["except Exception as e:", "    caught(e)"] + ["    " + line for line in more]

    def thread_part(self):
        self.pure = True
        lines = []
        for k in range(2):
            lines += ["def work%d(k, x=None):" % k]
            lines += ["    x = %s" % self.make("any", 1), "    return %s" % self.make(self.pick(["any", "str", "list", "int"]), 0)]
        parts = [self.guarded(self.layout(self.pick(threads.PARTS), (1, False, False))) for _ in range(4 if self.with_threads else 1)]
        self.pure = False
        return lines + [line for part in parts for line in part]

    def parts(self):
        yield ["i, z, s, b, l, t, d, c = %s" % ", ".join(self.pick(values) for values in FIRST)]
        yield ["%s = %s" % (name, self.pick(self.pick(FIRST))) for name in NAMES]
        for _ in range(self.random.randrange(3, 8)):
            definition = self.pick([self.function, self.generator, self.klass, self.klass])()
            yield definition
        for _ in range(self.random.randrange(8, 20)):
            yield self.guarded(self.statement((1, False, False)))
            if self.chance(0.2):
                yield ["%s = %s" % (self.pick(NAMES), self.pick(["1", "'s'", "[1, 2]", "{'k': 1}"]))]
        if self.with_threads or self.chance(0.3):
            yield self.thread_part()
        if self.chance(0.3):
            yield self.statement((1, False, False))
        yield ["show('end')"]

    def text(self):
        """The program, or with little luck one that python3 does not accept."""
        text = ""
        for _ in range(TRIES):
            text = with_prelude("".join(self.checked(part) for part in self.parts()))
            if compiles(text):
                break
        return text

    def checked(self, lines):
        """A part of a program, nothing if python3 does not accept it (as `global` after a use)."""
        text = "\n".join(lines) + "\n"
        return text if compiles(text) else ""


def compiles(text):
    try:
        compile(text, "program.py", "exec")
    except (SyntaxError, ValueError):
        return False
    return True
