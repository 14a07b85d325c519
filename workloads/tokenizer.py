"""A small language: tokens, a recursive-descent parser, and a walk over the tree.

Stresses: characters of strings, dicts by str, classes with methods by node type, exceptions.
Parameters: --threads N, --size N (programs in all), --lines L (of each), --each.
Checksum: the values of the variables at the end, and the errors found.
"""
import common


class Mistake(Exception):
    pass


class Token:
    def __init__(self, kind, text):
        self.kind = kind
        self.text = text


def tokens_of(text):
    at = 0
    while at < len(text):
        c = text[at]
        start = at
        if c.isspace():
            at += 1
        elif c.isdigit():
            while at < len(text) and text[at].isdigit():
                at += 1
            yield Token("number", text[start:at])
        elif c.isalpha():
            while at < len(text) and text[at].isalnum():
                at += 1
            yield Token("name", text[start:at])
        elif c in "+-*/()=":
            at += 1
            yield Token(c, c)
        else:
            raise Mistake("what is %s" % c)
    yield Token("end", "")


class Number:
    def __init__(self, value):
        self.value = value

    def evaluate(self, names):
        return self.value


class Name:
    def __init__(self, name):
        self.name = name

    def evaluate(self, names):
        return names[self.name]


class Binary:
    def __init__(self, kind, left, right):
        self.kind = kind
        self.left = left
        self.right = right

    def evaluate(self, names):
        a, b = self.left.evaluate(names), self.right.evaluate(names)
        if self.kind == "+":
            return (a + b) % 1000003
        if self.kind == "-":
            return a - b
        if self.kind == "*":
            return a * b % 1000003
        return a // b


class Parser:
    def __init__(self, text):
        self.tokens = list(tokens_of(text))
        self.at = 0

    def next(self):
        token = self.tokens[self.at]
        self.at += 1
        return token

    def accept(self, *kinds):
        if self.tokens[self.at].kind in kinds:
            return self.next()
        return None

    def expect(self, kind):
        token = self.next()
        if token.kind != kind:
            raise Mistake("%s expected" % kind)
        return token

    def statement(self):
        target = self.expect("name").text
        self.expect("=")
        value = self.sum()
        self.expect("end")
        return target, value

    def sum(self):
        left = self.product()
        while True:
            token = self.accept("+", "-")
            if token is None:
                return left
            left = Binary(token.kind, left, self.product())

    def product(self):
        left = self.atom()
        while True:
            token = self.accept("*", "/")
            if token is None:
                return left
            left = Binary(token.kind, left, self.atom())

    def atom(self):
        token = self.next()
        if token.kind == "number":
            return Number(int(token.text))
        if token.kind == "name":
            return Name(token.text)
        if token.kind == "(":
            inner = self.sum()
            self.expect(")")
            return inner
        raise Mistake("no value: %s" % token.kind)


def line(numbers, depth=2):
    """A line of a program, sometimes a wrong one."""
    if depth == 0:
        choice = numbers.below(12)
        if choice == 0:
            return "missing"
        if choice == 1:
            return "?"
        return "v%d" % numbers.below(5) if choice < 7 else str(numbers.below(100))
    operator = "+-*/"[numbers.below(4)]
    return "(%s %s %s)" % (line(numbers, depth - 1), operator, line(numbers, depth - 1))


def one(seed, lines):
    numbers = common.Random(seed)
    names = {"v%d" % k: k + 1 for k in range(5)}
    errors = 0
    for _ in range(lines):
        text = "v%d = %s" % (numbers.below(5), line(numbers))
        try:
            target, value = Parser(text).statement()
            names[target] = value.evaluate(names)
        except (Mistake, KeyError, ZeroDivisionError):
            errors += 1
    return sum(names.values()) * 1000 + errors


def main():
    opts = common.options(size=8, lines=80)

    def work(first, end):
        return sum(one(k + 1, opts["lines"]) for k in range(first, end))

    print("programs %d" % sum(common.run(opts, work)))


main()
