# A tokenizer, a recursive-descent parser and an evaluator for arithmetic with variables.
class CalcError(Exception):
    def __init__(self, message, position):
        super().__init__("%s at %d" % (message, position))
        self.position = position


class Token:
    __slots__ = ("kind", "value", "position")

    def __init__(self, kind, value, position):
        self.kind = kind
        self.value = value
        self.position = position

    def __repr__(self):
        return f"{self.kind}:{self.value}"


def tokenize(text):
    i = 0
    while i < len(text):
        c = text[i]
        if c.isspace():
            i += 1
            continue
        start = i
        if c.isdigit() or c == ".":
            while i < len(text) and (text[i].isdigit() or text[i] == "."):
                i += 1
            word = text[start:i]
            yield Token("number", float(word) if "." in word else int(word), start)
        elif c.isalpha():
            while i < len(text) and (text[i].isalnum() or text[i] == "_"):
                i += 1
            yield Token("name", text[start:i], start)
        elif text[i : i + 2] == "**":
            i += 2
            yield Token("op", "**", start)
        elif c in "+-*/%()=,":
            i += 1
            yield Token("op", c, start)
        else:
            raise CalcError("unexpected %r" % c, i)
    yield Token("end", None, len(text))


class Calculator:
    FUNCTIONS = {"max": max, "min": min, "abs": abs, "sq": lambda x: x * x}
    LEVELS = [("+", "-"), ("*", "/", "%")]
    OPS = {
        "+": lambda a, b: a + b,
        "-": lambda a, b: a - b,
        "*": lambda a, b: a * b,
        "/": lambda a, b: a / b,
        "%": lambda a, b: a % b,
    }

    def __init__(self):
        self.names = {}

    def run(self, text):
        self.tokens = list(tokenize(text))
        self.at = 0
        value = self.statement()
        self.expect("end", None)
        return value

    @property
    def token(self):
        return self.tokens[self.at]

    def take(self, kind, value=None):
        token = self.token
        if token.kind == kind and (value is None or token.value == value):
            self.at += 1
            return token
        return None

    def expect(self, kind, value):
        token = self.take(kind, value)
        if not token:
            raise CalcError("expected %s" % (value or kind), self.token.position)
        return token

    def statement(self):
        if self.token.kind == "name" and self.tokens[self.at + 1].value == "=":
            name = self.take("name").value
            self.take("op", "=")
            self.names[name] = value = self.binary(0)
            return value
        return self.binary(0)

    def binary(self, level):
        if level == len(self.LEVELS):
            return self.unary()
        left = self.binary(level + 1)
        while self.token.kind == "op" and self.token.value in self.LEVELS[level]:
            op = self.take("op")
            right = self.binary(level + 1)
            try:
                left = self.OPS[op.value](left, right)
            except ZeroDivisionError:
                raise CalcError("division by zero", op.position) from None
        return left

    def unary(self):
        if self.take("op", "-"):
            return -self.unary()
        base = self.atom()
        if self.take("op", "**"):
            return base ** self.unary()
        return base

    def atom(self):
        token = self.token
        if self.take("number"):
            return token.value
        if self.take("op", "("):
            value = self.binary(0)
            self.expect("op", ")")
            return value
        if self.take("name"):
            if self.take("op", "("):
                arguments = [self.binary(0)]
                while self.take("op", ","):
                    arguments.append(self.binary(0))
                self.expect("op", ")")
                return self.FUNCTIONS[token.value](*arguments)
            if token.value not in self.names:
                raise CalcError("unknown name %s" % token.value, token.position)
            return self.names[token.value]
        raise CalcError("expected a value", token.position)


print(list(tokenize("x1 = 3.5*(y-2)")))
calculator = Calculator()
for line in """1 + 2 * 3
(1 + 2) * 3
-2 ** 2
2 ** 3 ** 2
10 / 4 - 7 % 4
x = 5
y = x * 2 + 1
max(x, y, 3) - min(1, 2) + sq(4)
2 ** 100
1 / (x - 5)
1 + * 2
(1 + 2
z + 1
3 $ 4
abs(-7.25)""".split("\n"):
    try:
        print(line, "=", calculator.run(line))
    except CalcError as error:
        print(line, "->", error)
# expect: [name:x1, op:=, number:3.5, op:*, op:(, name:y, op:-, number:2, op:), end:None]
# expect: 1 + 2 * 3 = 7
# expect: (1 + 2) * 3 = 9
# expect: -2 ** 2 = -4
# expect: 2 ** 3 ** 2 = 512
# expect: 10 / 4 - 7 % 4 = -0.5
# expect: x = 5 = 5
# expect: y = x * 2 + 1 = 11
# expect: max(x, y, 3) - min(1, 2) + sq(4) = 26
# expect: 2 ** 100 = 1267650600228229401496703205376
# expect: 1 / (x - 5) -> division by zero at 2
# expect: 1 + * 2 -> expected a value at 4
# expect: (1 + 2 -> expected ) at 6
# expect: z + 1 -> unknown name z at 0
# expect: 3 $ 4 -> unexpected '$' at 2
# expect: abs(-7.25) = 7.25
