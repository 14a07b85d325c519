"""Tables of methods, changes of containers, and formatting. See grammar.py."""

MUTATION = ([
    "lambda l: l.append(1)", "lambda l: l.pop()", "lambda l: l.reverse()", "lambda l: l.sort()", "lambda l: l.clear()",
], [
    "lambda l: l.append(<any>)", "lambda l: l.extend(<iter>)", "lambda l: l.extend(<any>)", "lambda l: l.insert(<index>, <any>)", "lambda l: l.insert(<any>, <any>)", "lambda l: l.pop(<index>)", "lambda l: l.pop(<any>)", "lambda l: l.remove(<any>)", "lambda l: l.sort(key=<key>, reverse=<bit>)",
    "lambda l: l.__setitem__(slice(<bound_or_none>, <bound_or_none>), <iter>)", "lambda l: l.__setitem__(slice(<bound_or_none>, <bound_or_none>, <bound_or_none>), <iter>)", "lambda l: l.__setitem__(<index>, <any>)", "lambda l: l.__delitem__(<index>)", "lambda l: l.__delitem__(slice(<bound_or_none>, <bound_or_none>, <bound_or_none>))",
    "lambda l: l.__iadd__(<iter>)", "lambda l: l.index(<any>, <index>, <index>)", "lambda l: heapq.heapify(l)", "lambda l: heapq.heappush(l, <any>)", "lambda l: bisect.insort(l, <int>)", "lambda l: l.__imul__(<bit>)", "lambda l: l.append(l)",
])
DICTCHANGE = (["lambda d: d.clear()", "lambda d: d.popitem()"], [
    "lambda d: d.update(<dict>)", "lambda d: d.update(<pairs>, z=<any>)", "lambda d: d.update(<any>)", "lambda d: d.setdefault(<key_of>, <any>)", "lambda d: d.pop(<key_of>)", "lambda d: d.pop(<key_of>, <any>)", "lambda d: d.__setitem__(<key_of>, <any>)", "lambda d: d.__delitem__(<key_of>)", "lambda d: d.__ior__(<dict>)", "lambda d: d.__ior__(<pairs>)",
    "lambda d: d.get(<any>)", "lambda d: [d.pop(k) for k in list(d)[:2]]", "lambda d: [d.pop(k) for k in d]", "lambda d: [d.__setitem__(len(d) + 90, 0) for k in d]",
])
SETCHANGE = (["lambda s: s.clear()"], [
    "lambda s: s.add(<int>)", "lambda s: s.add(<any>)", "lambda s: s.discard(<any>)", "lambda s: s.remove(<any>)", "lambda s: s.update(<ints>, <ints>)", "lambda s: s.update(<int>)", "lambda s: s.intersection_update(<ints>)", "lambda s: s.difference_update(<ints>)", "lambda s: s.symmetric_difference_update(<ints>)",
    "lambda s: s.__ior__(<set>)", "lambda s: s.__iand__(<ints>)", "lambda s: [s.add(x + 9) for x in s]",
])
METHOD = (["'abc'.upper()", "(1, 2).count(1)"], [
    "<list>.<listmethod>(<args>)", "<str>.<strmethod>(<args>)", "<dict>.<dictmethod>(<args>)", "<set>.<setmethod>(<ints>)", "<bytes>.<bytesmethod>(<args>)", "<tuple>.<tuplemethod>(<args>)", "<int>.<numbermethod>(<args>)", "<float>.<floatmethod>(<args>)", "<str>.<strmethod>(<str>)", "<str>.<strmethod>(<str>, <any>)", "<list>.<listmethod>(<int>)",
    "<str>.<strmethod>(<little>)", "<str>.<strmethod>(<little>, <str>)", "str.<strmethod>(<any>)", "list.<listmethod>(<args>)", "dict.<dictmethod>(<args>)", "<bytes>.<bytesmethod>(<bytes>)", "<bytes>.<bytesmethod>(<little>)", "<bytes>.<bytesmethod>(<bytes>, <little>)", "bytearray(<bytes>).<bytearraymethod>(<args>)", "bytearray(<bytes>).<bytearraymethod>(<int>)",
    "<range>.<rangemethod>(<args>)", "<list>.<dunder>(<any>)", "<int>.<dunder>(<any>)", "<str>.<dunder>(<any>)", "<any>.<dunder>(<any>)", "<any>.<emptydunder>()", "<type>.<emptydunder>(<any>)", "<slice>.<slicemember>", "str.maketrans(<args>)",
])
# Not __add__: of sequences it raises TypeError itself in CPython, and says NotImplemented in gilsim.
NAMES = {
    "listmethod": "append extend insert pop remove sort reverse index count copy clear",
    "strmethod": "capitalize casefold center count encode endswith expandtabs find index isalnum join ljust lower lstrip partition removeprefix removesuffix replace rfind rindex rjust rpartition rsplit rstrip split splitlines startswith strip swapcase title translate upper zfill format",
    "dictmethod": "get items keys pop popitem setdefault update values copy fromkeys clear",
    "setmethod": "union intersection difference symmetric_difference issubset issuperset isdisjoint copy",
    "bytesmethod": "capitalize center count decode endswith expandtabs find hex index isalnum join ljust lower lstrip partition removeprefix removesuffix replace rfind rindex rjust rpartition rsplit rstrip split splitlines startswith strip swapcase title upper zfill",
    "bytearraymethod": "append extend insert pop remove reverse clear copy index count",
    "tuplemethod": "count index",
    "rangemethod": "count index",
    "slicemember": "start stop step indices(5) indices(-1)",
    "numbermethod": "bit_length bit_count conjugate as_integer_ratio to_bytes __round__ __floor__ __index__",
    "floatmethod": "is_integer hex as_integer_ratio conjugate __round__ __trunc__ __ceil__",
    "dunder": "__radd__ __sub__ __mod__ __eq__ __lt__ __ge__ __ne__ __contains__ __getitem__ __floordiv__ __rfloordiv__ __and__ __or__ __truediv__ __divmod__ __getattribute__",
    "emptydunder": "__len__ __iter__ __repr__ __str__ __bool__ __abs__ __neg__ __int__ __float__ __index__ __invert__ __reversed__",
}
INTMETHOD = (["(5).bit_length()", "(-1).conjugate()"], ["(<int>).__add__(<int>)", "(<int>).numerator", "int.__mul__(<little>, <little>)", "(<int>).real", "int(<int>).imag", "(<int>).__rsub__(<int>)", "(<int>).__divmod__(<int>)[1]", "int.from_bytes(<ints>, 'big')"])

PERCENT = (["'%s' % 1"], [
    "'<percentspec>' % (<any>,)", "'<percentspec>' % <int>", "'%<percentflags><intcode>' % <int>", "'%<percentflags><floatcode>' % <float>", "'%<percentflags><strcode>' % (<any>,)", "'%s and <percentspec>' % (<any>, <any>)", "'%(a)s|%(b)<intcode>' % {'a': <any>, 'b': <int>}", "'%(k)s' % <dict>", "'%s %s' % <tuple>", "'%*d' % (<little>, <int>)", "'%-*.*f|' % (<little>, <little>, <float>)", "'%%%s' % <any>", "'%<percentflags>c' % <any>", "<str> % <any>", "'%y' % <any>", "'%' % <any>", "'%d %' % <any>", "'%d' % <any>", "'%x' % <any>", "'%(' % <any>", "'%.' % <int>", "'%s %(a)s' % <dict>",
])
FORMATTED = (["'{}'.format(1)"], [
    "'{}'.format(<any>)", "'{:<intspec>}'.format(<int>)", "'{:<floatspec>}'.format(<float>)", "'{0:<strspec>} {1!r} {0!s:>5}'.format(<str>, <any>)", "'{a} {b[0]} {c.real}'.format(a=<any>, b=<list>, c=<int>)", "'{} {}'.format(*<iter>)", "'{:{}}'.format(<any>, <little>)", "'{0[k]}'.format(<dict>)", "'{k}'.format(**<dict>)", "'{k}'.format_map(<dict>)", "'{{{}}}'.format(<any>)", "'{!a:>8}'.format(<str>)", "'{'.format(<any>)", "'}'.format()", "'{1} {}'.format(<any>, 2)", "'{:{}.{}f}'.format(<float>, <little>, <little>)", "'{0.missing}'.format(<any>)", "'{!x}'.format(<any>)", "'{:%<word>}'.format(<int>)", "'{0[}'.format(<any>)", "'{:<intspec>}'.format(<any>)", "'{:<floatspec>}'.format(<any>)",
])


class Formats:
    """Parts of format specifications, made by chance."""

    def make_intspec(self, _):
        return self.spec(["d", "x", "X", "o", "b", "n", "c", "", "e", "f", "%", "g", "s"], 0.08)

    def make_floatspec(self, _):
        return self.spec(["f", "e", "g", "G", "E", "F", "%", "n", "", "d"], 0.7)

    def make_strspec(self, _):
        return self.pick(["", "*", "é", "0"]) * self.chance(0.5) + self.pick(["<", ">", "^", "=", ""]) + self.pick(["", "5", "12", "03"]) + self.pick(["", ".2", ".0"]) + self.pick(["", "s", "s", "d"])

    def spec(self, codes, with_precision):
        text = (self.pick(["*", "x", "0", " ", "é", ""]) if self.chance(0.3) else "") + self.pick(["<", ">", "^", "="]) if self.chance(0.5) else ""
        text += self.pick(["", "", "+", "-", " "]) + self.pick(["", "", "", "#"]) + self.pick(["", "", "0"]) + self.pick(["", "8", "1", "14", "20"]) + self.pick(["", "", ",", "_"])
        if self.chance(with_precision):
            text += self.pick([".0", ".1", ".2", ".3", ".6", ".10", ".17"])
        return text + self.pick(codes)

    def make_percentflags(self, _):
        return self.pick(["", "-", "+", " ", "0", "#", "-+", "#0", "+0"]) + self.pick(["", "", "6", "12", "1"]) + self.pick(["", "", ".0", ".2", ".5", ".10"])

    def make_percentspec(self, depth):
        return "%" + self.make_percentflags(depth) + self.pick("dixXoeEfFgGcrsa")

    def make_fstring(self, depth):
        parts = []
        for _ in range(self.random.randrange(1, 4)):
            value = self.plain(depth)
            parts.append(self.pick([
                "{@}", "{@!r}", "{@!s:>6}", "{@=}", "{@:>8}", "{@!a}", "{@:{w}}", "{@:{'>'}{5}}", "{@ = !r:^9}", "{@:.3}",
                "text {{ @ }}", "{(@)}", "{@:%s}" % self.make_intspec(depth), "{@:%s}" % self.make_floatspec(depth),
            ]).replace("@", value, 1))
        return 'f"%s"' % self.pick(["", " ", "|", "\\n"]).join(parts)

    def plain(self, depth):
        """An expression that may stand in braces."""
        text = self.make("any", depth + 1)
        bad = any(part in text for part in ('"', "\\", "{", "lambda", ":=", "#", "!", "\n"))
        return self.make("name", depth) if bad or len(text) > 60 else text


def table_of(words):
    return words.split(" "), []


TABLES = {"mutation": MUTATION, "dictchange": DICTCHANGE, "setchange": SETCHANGE, "method": METHOD, "intmethod": INTMETHOD, "percent": PERCENT, "formatted": FORMATTED,
          "intcode": (list("dixXo"), []), "floatcode": (list("feEgGF"), []), "strcode": (list("sra"), []),
          **{name: table_of(words) for name, words in NAMES.items()}}
