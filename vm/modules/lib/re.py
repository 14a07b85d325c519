"""Regular expressions. Natively: _compile_native and what it gives (PCRE2). Here: Python's syntax,
written anew as PCRE2's, match objects, and what is made of matches."""

_GenericAlias = type(list[int])


class error(Exception):
    """A pattern or a replacement is wrong; says where."""

    def __init__(self, msg, pattern=None, pos=None):
        self.msg = msg
        self.pattern = pattern
        self.pos = pos
        self.lineno = self.colno = None
        text = msg
        if pattern is not None and pos is not None:
            text = "%s at position %d" % (msg, pos)
            newline = "\n" if isinstance(pattern, str) else b"\n"
            self.lineno = pattern.count(newline, 0, pos) + 1
            self.colno = pos - pattern.rfind(newline, 0, pos)
            if newline in pattern:
                text += " (line %d, column %d)" % (self.lineno, self.colno)
        super().__init__(text)


error.__module__ = "re"
PatternError = error


class RegexFlag(int):
    """Options of a pattern."""

    def __or__(self, other):
        return RegexFlag(int(self) | int(other))

    __ror__ = __or__

    def __and__(self, other):
        return RegexFlag(int(self) & int(other))

    __rand__ = __and__

    def __xor__(self, other):
        return RegexFlag(int(self) ^ int(other))

    def __invert__(self):
        return RegexFlag(~int(self))

    def __repr__(self):
        names = [name for bit, name in _FLAG_NAMES if int(self) & bit]
        rest = int(self) & ~sum(bit for bit, _ in _FLAG_NAMES)
        names = ["re." + name for name in names] + ([hex(rest)] if rest else [])
        return "|".join(names) or "re.RegexFlag(0)"

    __str__ = __repr__


_FLAG_NAMES = ((256, "ASCII"), (2, "IGNORECASE"), (4, "LOCALE"), (32, "UNICODE"), (8, "MULTILINE"),
               (16, "DOTALL"), (64, "VERBOSE"), (128, "DEBUG"))
A = ASCII = RegexFlag(256)
I = IGNORECASE = RegexFlag(2)
L = LOCALE = RegexFlag(4)
U = UNICODE = RegexFlag(32)
M = MULTILINE = RegexFlag(8)
S = DOTALL = RegexFlag(16)
X = VERBOSE = RegexFlag(64)
DEBUG = RegexFlag(128)
NOFLAG = RegexFlag(0)
for _name in list("AILUMSX") + [name for _, name in _FLAG_NAMES]:
    setattr(RegexFlag, _name, globals()[_name])
_LETTERS = {"i": 2, "L": 4, "m": 8, "s": 16, "u": 32, "x": 64, "a": 256}
_NATIVE_FLAGS = ((2, 1), (8, 2), (16, 4), (64, 8), (256, 16))
_SPECIAL = "()[]{}?*+-|^$\\.&~# \t\n\r\v\f"
_DIGITS = "0123456789"
_OCTAL = "01234567"
_HEX = "0123456789abcdefABCDEF"
_ASCII_LETTERS = "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ"


class _Translator:
    """Writes one pattern anew; knows its groups."""

    def __init__(self, text, original, flags):
        self.text = text
        self.original = original
        self.flags = flags
        self.at = 0
        self.out = []
        self.groups = 0
        self.names = {}
        self.open = []  # (place, number or 0, whether flags were in effect)
        self.closed = []  # numbers of groups in the order of their ends

    def fail(self, message, place):
        raise error(message, self.original, place)

    def translate(self):
        self.leading_flags()
        text, out = self.text, self.out
        repeatable = repeated = False  # what stands before
        while self.at < len(text):
            place, c = self.at, text[self.at]
            if c in "*+?" or (c == "{" and self.is_repeat()):
                if repeated:
                    self.fail("multiple repeat", place)
                if not repeatable:
                    self.fail("nothing to repeat", place)
                self.repeat()
                repeatable, repeated = True, True
                continue
            repeated = False
            self.at += 1
            if c == "\\":
                self.escape(place, False)
                repeatable = True
            elif c == "[":
                self.char_set(place)
                repeatable = True
            elif c == "(":
                repeatable = self.group(place)
            elif c == ")":
                if not self.open:
                    self.fail("unbalanced parenthesis", place)
                _, number, flags = self.open.pop()
                self.flags = flags
                if number:
                    self.closed.append(number)
                out.append(")")
                repeatable = True
            elif c == "|":
                out.append(c)
                repeatable = False
            elif c == "#" and self.flags & 64:
                end = text.find("\n", self.at)
                self.at = len(text) if end < 0 else end + 1
                out.append(" ")
            elif c in " \t\n\r\v\f" and self.flags & 64:
                out.append(" ")
            elif c == "{":
                out.append("\\{")
                repeatable = True
            else:
                out.append(c)
                repeatable = c != "^"
        if self.open:
            self.fail("missing ), unterminated subpattern", self.open[-1][0])
        return "".join(out)

    def leading_flags(self):
        while self.text.startswith("(?", self.at):
            end = self.at + 2
            while end < len(self.text) and self.text[end] in _LETTERS:
                end += 1
            if end == self.at + 2 or not self.text.startswith(")", end):
                return
            for letter in self.text[self.at + 2:end]:
                if letter == "L" and isinstance(self.original, str):
                    self.fail("bad inline flags: cannot use 'L' flag with a str pattern", end)
                self.flags |= _LETTERS[letter]
            self.at = end + 1

    def is_repeat(self):
        end = self.text.find("}", self.at)
        if end < 0:
            return False
        low, comma, high = self.text[self.at + 1:end].partition(",")
        digits = low + high
        return all(d in _DIGITS for d in digits) and bool(digits or comma)

    def repeat(self):
        text, place = self.text, self.at
        if text[place] == "{":
            end = text.find("}", place)
            low, comma, high = text[place + 1:end].partition(",")
            if low and high and int(low) > int(high):
                self.fail("min repeat greater than max repeat", place + 1)
            self.out.append("{%s%s%s}" % (low or "0", comma, high))
            self.at = end + 1
        else:
            self.out.append(text[place])
            self.at += 1
        if self.at < len(text) and text[self.at] in "?+":
            self.out.append(text[self.at])
            self.at += 1

    def code(self, number, place, in_set):
        self.out.append("\\x{%x}" % number)
        return number

    def escape(self, place, in_set):
        """Behind a backslash. Gives the character's number in a set, None for a class."""
        text = self.text
        if self.at >= len(text):
            self.fail("bad escape (end of pattern)", place)
        c = text[self.at]
        self.at += 1
        if c in "dDsSwW":
            self.out.append("\\" + c)
            return None
        if not in_set and c in "AbB":
            self.out.append("\\" + c)
            return None
        if not in_set and c == "Z":
            self.out.append("\\z")
            return None
        if c in "afnrtv" or (in_set and c == "b"):
            return self.code({"a": 7, "b": 8, "f": 12, "n": 10, "r": 13, "t": 9, "v": 11}[c], place, in_set)
        if c in "xuU":
            size = {"x": 2, "u": 4, "U": 8}[c]
            digits = text[self.at:self.at + size]
            good = 0
            while good < len(digits) and digits[good] in _HEX:
                good += 1
            if good != size or (c != "x" and not isinstance(self.original, str)):
                self.fail("incomplete escape \\%s%s" % (c, digits[:good]) if isinstance(self.original, str)
                          or c == "x" else "bad escape \\%s" % c, place)
            self.at += size
            return self.code(int(digits, 16), place, in_set)
        if c in _DIGITS:
            return self.number(c, place, in_set)
        if c in _ASCII_LETTERS:
            self.fail("bad escape \\%s" % c, place)
        self.out.append("\\" + c if ord(c) < 128 else c)
        return ord(c)

    def number(self, c, place, in_set):
        text = self.text
        digits = c
        while len(digits) < 3 and self.at < len(text) and text[self.at] in _OCTAL:
            digits += text[self.at]
            self.at += 1
        if c == "0" or in_set or (len(digits) == 3 and c in "0123"):
            while digits and any(d not in _OCTAL for d in digits):
                self.fail("bad escape \\%s" % digits[0], place)
            value = int(digits, 8)
            if value > 0o377:
                self.fail("octal escape value \\%s outside of range 0-0o377" % digits, place)
            return self.code(value, place, in_set)
        self.at = place + 2
        digits = c
        if self.at < len(text) and text[self.at] in _DIGITS:
            digits += text[self.at]
            self.at += 1
        group = int(digits)
        if group > self.groups:
            self.fail("invalid group reference %d" % group, place + 1)
        if any(number == group for _, number, _ in self.open):
            self.fail("cannot refer to an open group", place)
        self.out.append("\\g{%d}" % group)
        return None

    def char_set(self, place):
        text, out = self.text, self.out
        out.append("[")
        if text.startswith("^", self.at):
            out.append("^")
            self.at += 1
        first = True
        low = None  # the character before a possible range
        begin = 0
        while True:
            if self.at >= len(text):
                self.fail("unterminated character set", place)
            c = text[self.at]
            here = self.at
            self.at += 1
            if c == "]" and not first:
                break
            first = False
            if c == "\\":
                low = self.escape(here, True)
                begin = here
            elif c == "-" and low is not None and self.at < len(text) and text[self.at] != "]":
                out.append("-")
                high_at = self.at
                self.at += 1
                d = text[high_at]
                high = self.escape(high_at, True) if d == "\\" else ord(d)
                if d != "\\":
                    out.append("\\" + d if d in "[]^-" else d)
                if high is None or high < low:
                    self.fail("bad character range %s" % text[begin:self.at], begin)
                low = None
            else:
                out.append("\\" + c if c in "[]^-" or (self.flags & 64 and c in " #") else c)
                low = ord(c)
                begin = here
        out.append("]")

    def name(self, end, what="group name"):
        start = self.at
        stop = self.text.find(end, start)
        if stop < 0:
            rest = self.text[start:]
            self.fail("missing %s, unterminated name" % end if rest else "missing group name", start)
        name = self.text[start:stop]
        if not name:
            self.fail("missing group name", start)
        self.at = stop + 1
        return name, start

    def group(self, place):
        """Behind an opening parenthesis. Gives whether what has been written can be repeated."""
        text, out = self.text, self.out
        if not text.startswith("?", self.at):
            self.groups += 1
            self.open.append((place, self.groups, self.flags))
            out.append("(")
            return False
        self.at += 1
        rest = text[self.at:self.at + 2]
        if not rest:
            self.fail("unexpected end of pattern", self.at)
        c = rest[0]
        if c == "P":
            return self.named_group(place, rest)
        if c == "#":
            end = text.find(")", self.at)
            if end < 0:
                self.fail("missing ), unterminated comment", place)
            self.at = end + 1
            return bool(out)
        if c == "<" and rest[1:] not in ("=", "!"):
            self.fail("unknown extension ?<" + rest[1:] if rest[1:] else "unexpected end of pattern",
                      place + 1)
        if c == "(":
            return self.condition(place)
        for start in (":", "=", "!", ">", "<=", "<!"):
            if rest.startswith(start):
                self.open.append((place, 0, self.flags))
                out.append("(?" + start)
                self.at += len(start)
                return False
        if c in _LETTERS or c == "-":
            return self.flag_group(place)
        self.fail("unknown extension ?" + c, place + 1)

    def named_group(self, place, rest):
        self.at += 2
        if rest == "P<":
            name, start = self.name(">")
            if not name.isidentifier():
                self.fail("bad character in group name %r" % name, start)
            if name in self.names:
                self.fail("redefinition of group name %r as group %d; was group %d" % (
                    name, self.groups + 1, self.names[name]), start)
            self.groups += 1
            self.names[name] = self.groups
            self.open.append((place, self.groups, self.flags))
            self.out.append("(?P<%s>" % name)
            return False
        if rest == "P=":
            name, start = self.name(")")
            if name not in self.names:
                if not name.isidentifier():
                    self.fail("bad character in group name %r" % name, start)
                self.fail("unknown group name %r" % name, start)
            self.out.append("\\g{%d}" % self.names[name])
            return True
        self.fail("unknown extension ?P" + rest[1:], place + 1)

    def condition(self, place):
        self.at += 1
        name, start = self.name(")")
        if name in self.names:
            name = str(self.names[name])
        elif not name.isdigit():
            self.fail("unknown group name %r" % name, start)
        self.open.append((place, 0, self.flags))
        self.out.append("(?(%s)" % name)
        return False

    def flag_group(self, place):
        text = self.text
        on = off = ""
        while self.at < len(text) and text[self.at] in _LETTERS:
            on += text[self.at]
            self.at += 1
        if text.startswith(")", self.at):
            self.fail("global flags not at the start of the expression", place)
        if text.startswith("-", self.at):
            self.at += 1
            while self.at < len(text) and text[self.at] in _LETTERS:
                off += text[self.at]
                self.at += 1
            if not off:
                self.fail("missing flag", self.at)
        if not text.startswith(":", self.at):
            self.fail("unknown flag" if self.at < len(text) else "missing -, : or )", self.at)
        self.at += 1
        self.open.append((place, 0, self.flags))
        for letter in on:
            self.flags |= _LETTERS[letter]
        for letter in off:
            self.flags &= ~_LETTERS[letter]
        keep = lambda letters: "".join(each for each in letters if each in "imsx")
        on, off = keep(on), keep(off)
        self.out.append("(?%s%s:" % (on, "-" + off if off else ""))
        return False


class Match:
    """One match."""

    __class_getitem__ = classmethod(_GenericAlias)

    __slots__ = ("re", "string", "pos", "endpos", "_spans", "_last")

    def __init__(self, pattern, string, pos, endpos, spans):
        self.re = pattern
        self.string = string
        self.pos = pos
        self.endpos = endpos
        self._spans = spans

    def _number(self, group):
        if isinstance(group, int):
            if 0 <= group <= self.re.groups:
                return group
        elif group in self.re.groupindex:
            return self.re.groupindex[group]
        raise IndexError("no such group")

    def _text(self, number, default=None):
        start = self._spans[2 * number]
        return default if start < 0 else self.string[start:self._spans[2 * number + 1]]

    def group(self, *groups):
        if not groups:
            return self._text(0)
        if len(groups) == 1:
            return self._text(self._number(groups[0]))
        return tuple([self._text(self._number(g)) for g in groups])

    def __getitem__(self, group):
        return self._text(self._number(group))

    def groups(self, default=None):
        return tuple([self._text(k, default) for k in range(1, self.re.groups + 1)])

    def groupdict(self, default=None):
        return {name: self._text(k, default) for name, k in self.re.groupindex.items()}

    def start(self, group=0, /):
        return self._spans[2 * self._number(group)]

    def end(self, group=0, /):
        return self._spans[2 * self._number(group) + 1]

    def span(self, group=0, /):
        number = self._number(group)
        return self._spans[2 * number], self._spans[2 * number + 1]

    @property
    def regs(self):
        return tuple(zip(self._spans[::2], self._spans[1::2]))

    @property
    def lastindex(self):
        best = None
        for order, number in enumerate(self.re._closed):
            end = self._spans[2 * number + 1]
            if end >= 0 and (best is None or (end, order) >= best[:2]):
                best = (end, order, number)
        return best and best[2]

    @property
    def lastgroup(self):
        last = self.lastindex
        for name, number in self.re.groupindex.items():
            if number == last:
                return name
        return None

    def expand(self, template):
        return _expand(_template(self.re, template), self)

    def __copy__(self):
        return self

    def __deepcopy__(self, memo):
        return self

    def __repr__(self):
        return "<re.Match object; span=%r, match=%r>" % (self.span(), self.group())


Match.__module__ = "re"


class Pattern:
    """A compiled pattern."""

    __class_getitem__ = classmethod(_GenericAlias)

    __slots__ = ("pattern", "flags", "groups", "groupindex", "_native", "_closed")

    def __init__(self, pattern, flags):
        text = pattern if isinstance(pattern, str) else pattern.decode("latin-1")
        if isinstance(pattern, str):
            if flags & 4:
                raise ValueError("cannot use LOCALE flag with a str pattern")
        elif flags & 32:
            raise ValueError("cannot use UNICODE flag with a bytes pattern")
        translator = _Translator(text, pattern, int(flags))
        written = translator.translate()
        whole = translator.flags
        if isinstance(pattern, str):
            if whole & 256 and whole & 32:
                raise ValueError("ASCII and UNICODE flags are incompatible")
            if not whole & 256:
                whole |= 32
        else:
            written = written.encode("latin-1")
        native = sum(bit for flag, bit in _NATIVE_FLAGS if whole & flag)
        made = _compile_native(written, native)
        if isinstance(made, tuple):
            code, message, _ = made
            if code == 125:
                raise error("look-behind requires fixed-width pattern")
            if code == 115:
                raise error("invalid group reference", pattern, 0)
            raise error(message)
        self.pattern = pattern
        self.flags = whole
        self._native = made
        self.groups, names = made.info()
        self.groupindex = {name: names[name] for name in translator.names}
        self._closed = translator.closed

    def _spans(self, string, pos, endpos, kind, limit):
        if isinstance(self.pattern, str):
            if not isinstance(string, str):
                if isinstance(string, (bytes, bytearray)):
                    raise TypeError("cannot use a string pattern on a bytes-like object")
                raise TypeError("expected string or bytes-like object, got %r" % type(string).__name__)
        elif not isinstance(string, (bytes, bytearray)):
            if isinstance(string, str):
                raise TypeError("cannot use a bytes pattern on a string-like object")
            raise TypeError("expected string or bytes-like object, got %r" % type(string).__name__)
        return self._native.spans(string, pos, min(endpos, _MOST), kind, limit)

    def _one(self, string, pos, endpos, kind):
        spans = self._spans(string, pos, endpos, kind, 1)
        if not spans:
            return None
        size = len(string)
        return Match(self, string, min(max(pos, 0), size), min(max(endpos, 0), size), spans[0])

    def search(self, string, pos=0, endpos=2 ** 63 - 1):
        return self._one(string, pos, endpos, 0)

    def match(self, string, pos=0, endpos=2 ** 63 - 1):
        return self._one(string, pos, endpos, 1)

    def fullmatch(self, string, pos=0, endpos=2 ** 63 - 1):
        return self._one(string, pos, endpos, 2)

    def finditer(self, string, pos=0, endpos=2 ** 63 - 1):
        spans = self._spans(string, pos, endpos, 0, 0)
        end = min(endpos, len(string))
        return iter([Match(self, string, pos, end, each) for each in spans])

    def findall(self, string, pos=0, endpos=2 ** 63 - 1):
        spans = self._spans(string, pos, endpos, 0, 0)
        if self.groups == 0:
            return [string[s[0]:s[1]] for s in spans]
        empty = string[:0]
        if self.groups == 1:
            return [string[s[2]:s[3]] if s[2] >= 0 else empty for s in spans]
        places = range(2, 2 * self.groups + 2, 2)
        return [tuple([string[s[k]:s[k + 1]] if s[k] >= 0 else empty for k in places]) for s in spans]

    def split(self, string, maxsplit=0):
        pieces, at = [], 0
        for s in self._spans(string, 0, _MOST, 0, max(0, maxsplit)) if maxsplit >= 0 else []:
            pieces.append(string[at:s[0]])
            for k in range(2, 2 * self.groups + 2, 2):
                pieces.append(string[s[k]:s[k + 1]] if s[k] >= 0 else None)
            at = s[1]
        pieces.append(string[at:])
        return pieces

    def sub(self, repl, string, count=0):
        return self.subn(repl, string, count)[0]

    def subn(self, repl, string, count=0):
        spans = self._spans(string, 0, _MOST, 0, max(0, count)) if count >= 0 else []
        parts = None
        if not callable(repl):
            parts = _template(self, repl)
            if len(parts) == 1 and not isinstance(parts[0], int):
                repl, parts = parts[0], ()
            elif not parts:
                repl, parts = string[:0], ()
        pieces, at = [], 0
        end = len(string)
        for s in spans:
            pieces.append(string[at:s[0]])
            if parts is None:
                pieces.append(repl(Match(self, string, 0, end, s)))
            elif parts == ():
                pieces.append(repl)
            else:
                pieces.append(_expand(parts, Match(self, string, 0, end, s)))
            at = s[1]
        pieces.append(string[at:])
        return string[:0].join(pieces), len(spans)

    def __repr__(self):
        flags = self.flags & ~32 if isinstance(self.pattern, str) else self.flags
        text = "re.compile(%.200r" % (self.pattern,)
        return text + (", %r)" % RegexFlag(flags) if flags else ")")

    def __eq__(self, other):
        if not isinstance(other, Pattern):
            return NotImplemented
        return self.pattern == other.pattern and self.flags == other.flags

    def __hash__(self):
        return hash((self.pattern, self.flags))

    def __copy__(self):
        return self

    def __deepcopy__(self, memo):
        return self


Pattern.__module__ = "re"
_MOST = 2 ** 62


# ---- replacements: a list of texts and of numbers of groups
def _template(pattern, repl):
    if isinstance(repl, str):
        text = repl
    elif isinstance(repl, (bytes, bytearray)):
        text = bytes(repl).decode("latin-1")
    else:
        raise TypeError("decoding to str: need a bytes-like object, %s found" % type(repl).__name__)
    if "\\" not in text:
        return [repl] if repl else []
    parts, literal = [], []

    def put_group(number):
        if literal:
            parts.append("".join(literal))
            literal.clear()
        parts.append(number)
    at = 0
    while at < len(text):
        slash = text.find("\\", at)
        if slash < 0:
            literal.append(text[at:])
            break
        literal.append(text[at:slash])
        at = slash + 1
        if at >= len(text):
            raise error("bad escape (end of pattern)", repl, slash)
        c = text[at]
        at += 1
        if c == "g":
            at = _named_reference(pattern, repl, text, at, put_group)
        elif c == "0":
            digits = ""
            while len(digits) < 2 and at < len(text) and text[at] in _OCTAL:
                digits += text[at]
                at += 1
            literal.append(chr(int(digits or "0", 8)))
        elif c in _DIGITS:
            digits = c
            if at < len(text) and text[at] in _DIGITS:
                digits += text[at]
                at += 1
                if c in _OCTAL and digits[1] in _OCTAL and at < len(text) and text[at] in _OCTAL:
                    value = int(digits + text[at], 8)
                    if value > 0o377:
                        raise error("octal escape value \\%s outside of range 0-0o377" % (
                            digits + text[at]), repl, slash)
                    literal.append(chr(value))
                    at += 1
                    continue
            if int(digits) > pattern.groups:
                raise error("invalid group reference %d" % int(digits), repl, slash + 1)
            put_group(int(digits))
        elif c in "abfnrtv\\":
            literal.append({"a": "\a", "b": "\b", "f": "\f", "n": "\n", "r": "\r", "t": "\t", "v": "\v",
                            "\\": "\\"}[c])
        elif c in _ASCII_LETTERS:
            raise error("bad escape \\%s" % c, repl, slash)
        else:
            literal.append("\\" + c)
    if any(literal):
        parts.append("".join(literal))
    if not isinstance(repl, str):
        parts = [p if isinstance(p, int) else p.encode("latin-1") for p in parts]
    return parts


def _named_reference(pattern, repl, text, at, put_group):
    if not text.startswith("<", at):
        raise error("missing <", repl, at)
    end = text.find(">", at)
    if end < 0:
        raise error("missing >, unterminated name" if at + 1 < len(text) else "missing group name",
                    repl, at + 1)
    name = text[at + 1:end]
    if not name:
        raise error("missing group name", repl, at + 1)
    if name.isdigit():
        if int(name) > pattern.groups:
            raise error("invalid group reference %d" % int(name), repl, at + 1)
        put_group(int(name))
    elif not name.isidentifier():
        raise error("bad character in group name %r" % name, repl, at + 1)
    elif name not in pattern.groupindex:
        raise IndexError("unknown group name %r" % name)
    else:
        put_group(pattern.groupindex[name])
    return end + 1


def _expand(parts, match):
    empty = match.string[:0]
    return empty.join([match._text(p, empty) if isinstance(p, int) else p for p in parts])


# ---- functions
_cache = {}


def _pattern_of(pattern, flags):
    if isinstance(pattern, Pattern):
        if flags:
            raise ValueError("cannot process flags argument with a compiled pattern")
        return pattern
    key = (type(pattern), pattern, int(flags))
    try:
        return _cache[key]
    except KeyError:
        pass
    if not isinstance(pattern, (str, bytes, bytearray)):
        raise TypeError("first argument must be string or compiled pattern")
    made = Pattern(pattern, int(flags))
    if len(_cache) >= 512:
        _cache.clear()
    _cache[key] = made
    return made


def compile(pattern, flags=0):
    return _pattern_of(pattern, flags)


def search(pattern, string, flags=0):
    return _pattern_of(pattern, flags).search(string)


def match(pattern, string, flags=0):
    return _pattern_of(pattern, flags).match(string)


def fullmatch(pattern, string, flags=0):
    return _pattern_of(pattern, flags).fullmatch(string)


def split(pattern, string, maxsplit=0, flags=0):
    return _pattern_of(pattern, flags).split(string, maxsplit)


def findall(pattern, string, flags=0):
    return _pattern_of(pattern, flags).findall(string)


def finditer(pattern, string, flags=0):
    return _pattern_of(pattern, flags).finditer(string)


def sub(pattern, repl, string, count=0, flags=0):
    return _pattern_of(pattern, flags).sub(repl, string, count)


def subn(pattern, repl, string, count=0, flags=0):
    return _pattern_of(pattern, flags).subn(repl, string, count)


def escape(pattern):
    """The text with a backslash before each character that means something in patterns."""
    if isinstance(pattern, str):
        return "".join(["\\" + c if c in _SPECIAL else c for c in pattern])
    text = bytes(pattern).decode("latin-1")
    return "".join(["\\" + c if c in _SPECIAL else c for c in text]).encode("latin-1")


def purge():
    """Forgets compiled patterns."""
    _cache.clear()
