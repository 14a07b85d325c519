# Writes and reads a JSON-like notation.
class Encoder:
    ESCAPES = {'"': '\\"', "\\": "\\\\", "\n": "\\n", "\t": "\\t"}

    def __init__(self, indent=None, sort=False):
        self.indent = indent
        self.sort = sort

    def text(self, value, level=0):
        if value is None:
            return "null"
        if value is True or value is False:
            return str(value).lower()
        if isinstance(value, (int, float)):
            return repr(value)
        if isinstance(value, str):
            return self.string(value)
        if isinstance(value, dict):
            items = sorted(value.items()) if self.sort else value.items()
            colon = ": " if self.indent else ":"
            parts = [self.string(str(k)) + colon + self.text(v, level + 1) for k, v in items]
            return self.wrap("{", parts, "}", level)
        if isinstance(value, (list, tuple)):
            return self.wrap("[", [self.text(v, level + 1) for v in value], "]", level)
        if hasattr(value, "to_json"):
            return self.text(value.to_json(), level)
        raise TypeError(f"cannot write {type(value).__name__}")

    def string(self, s):
        out = []
        for c in s:
            if c in self.ESCAPES:
                out.append(self.ESCAPES[c])
            elif ord(c) < 32 or ord(c) > 126:
                out.append("\\u%04x" % ord(c))
            else:
                out.append(c)
        return '"' + "".join(out) + '"'

    def wrap(self, opening, parts, closing, level):
        if not parts or not self.indent:
            return opening + ",".join(parts) + closing
        pad = "\n" + " " * self.indent * (level + 1)
        return opening + pad + ("," + pad).join(parts) + pad[: -self.indent] + closing


class DecodeError(ValueError):
    def __init__(self, message, text, at):
        line = text.count("\n", 0, at) + 1
        super().__init__("%s: line %d char %d" % (message, line, at))


class Decoder:
    WORDS = {"null": None, "true": True, "false": False}

    def __init__(self, text):
        self.source = text
        self.at = 0

    def fail(self, message):
        raise DecodeError(message, self.source, self.at)

    def skip(self):
        while self.at < len(self.source) and self.source[self.at] in " \n\t\r":
            self.at += 1
        return self.source[self.at : self.at + 1]

    def document(self):
        value = self.value()
        if self.skip():
            self.fail("more than one value")
        return value

    def value(self):
        c = self.skip()
        if c == "{":
            return dict(self.members("}", self.pair))
        if c == "[":
            return list(self.members("]", self.value))
        if c == '"':
            return self.string()
        for word, value in self.WORDS.items():
            if self.source.startswith(word, self.at):
                self.at += len(word)
                return value
        return self.number()

    def members(self, closing, read):
        self.at += 1
        if self.skip() == closing:
            self.at += 1
            return
        while True:
            yield read()
            c = self.skip()
            self.at += 1
            if c == closing:
                return
            if c != ",":
                self.at -= 1
                self.fail("expected , or " + closing)

    def pair(self):
        if self.skip() != '"':
            self.fail("expected a name")
        key = self.string()
        if self.skip() != ":":
            self.fail("expected :")
        self.at += 1
        return key, self.value()

    def string(self):
        out = ""
        self.at += 1
        while (c := self.source[self.at : self.at + 1]) != '"':
            if not c:
                self.fail("string without end")
            if c == "\\":
                self.at += 1
                c = self.source[self.at]
                if c == "u":
                    c = chr(int(self.source[self.at + 1 : self.at + 5], 16))
                    self.at += 4
                else:
                    c = {"n": "\n", "t": "\t"}.get(c, c)
            out += c
            self.at += 1
        self.at += 1
        return out

    def number(self):
        start = self.at
        while self.source[self.at : self.at + 1] in tuple("+-0123456789.eE"):
            self.at += 1
        word = self.source[start : self.at]
        try:
            return float(word) if any(c in word for c in ".eE") else int(word)
        except ValueError:
            self.at = start
            self.fail("expected a value")


class Point:
    def __init__(self, x, y):
        self.x, self.y = x, y

    def to_json(self):
        return {"x": self.x, "y": self.y}


data = {
    "name": 'a "quoted"\n\ttext\\ é €',
    "numbers": [1, -2.5, 1e100, 2**70, 0.1],
    "nested": {"list": [[], {}, [None, True, False]], "z": (), "a": Point(1, 2.0)},
    3: "three",
}
line = Encoder().text(data)
print(line)
# expect: {"name":"a \"quoted\"\n\ttext\\ \u00e9 \u20ac","numbers":[1,-2.5,1e+100,1180591620717411303424,0.1],"nested":{"list":[[],{},[null,true,false]],"z":[],"a":{"x":1,"y":2.0}},"3":"three"}
print(Encoder(indent=2, sort=True).text(data["nested"]))
# expect: {
# expect:   "a": {
# expect:     "x": 1,
# expect:     "y": 2.0
# expect:   },
# expect:   "list": [
# expect:     [],
# expect:     {},
# expect:     [
# expect:       null,
# expect:       true,
# expect:       false
# expect:     ]
# expect:   ],
# expect:   "z": []
# expect: }
back = Decoder(line).document()
print(back["name"] == data["name"], back["numbers"] == data["numbers"], back["3"], back["nested"])
# expect: True True three {'list': [[], {}, [None, True, False]], 'z': [], 'a': {'x': 1, 'y': 2.0}}
print(Encoder().text(back) == line, Decoder(Encoder(4).text(back)).document() == back)
# expect: True True
for bad in ('{"a": }', "[1, 2", '{"a" 1}', "[1]\n x", '"open', "[1 2]", ""):
    try:
        print(Decoder(bad).document())
    except DecodeError as error:
        print(repr(bad), error)
        # expect: '{"a": }' expected a value: line 1 char 6
        # expect: '[1, 2' expected , or ]: line 1 char 5
        # expect: '{"a" 1}' expected :: line 1 char 5
        # expect: '[1]\n x' more than one value: line 2 char 5
        # expect: '"open' string without end: line 1 char 5
        # expect: '[1 2]' expected , or ]: line 1 char 3
        # expect: '' expected a value: line 1 char 0
try:
    Encoder().text([1, {2}])
except TypeError as error:
    print(error)  # expect: cannot write set
