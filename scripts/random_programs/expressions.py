"""Tables of expressions: kind -> (atoms, templates). See grammar.py."""

INT = ("""0|1|2|3|7|-1|-5|10|255|1000003|2**31|-2**63|2**64 + 1|True|False|0x1f|0b101|1_000|<iname>|<iname>|10**25|-3|64""".split("|"), [
    "(<int> + <int>)", "(<int> - <int>)", "times(<int>, <int>)", "(<int> // <int>)", "(<int> % <int>)",
    "(<int> & <int>)", "(<int> | <int>)", "(<int> ^ <int>)", "(-<int>)", "(~<int>)", "(+<int>)", "power(<int>, <little>)",
    "shift(<int>, <little>)", "(<int> >> <little>)", "abs(<int>)", "len(<list>)", "len(<str>)", "len(<dict>)", "int(<float>)",
    "int(<numeral>)", "int(<numeral>, <little>)", "round(<float>)", "round(<int>, -<little>)", "sum(<ints>)", "max(<ints>)", "min(<ints>, default=<int>)",
    "<str>.find(<str>)", "<str>.count(<str>)", "<str>.rfind(<str>, <little>)", "<str>.index(<str>)", "<list>.index(<any>)", "<list>.count(<any>)",
    "<tuple>.count(<any>)", "<tuple>.index(<any>)", "ord(<str>)", "divmod(<int>, <int>)[0]", "pow(<int>, <little>, <int>)", "<int>.bit_length()", "<int>.bit_count()",
    "(<int> if <bool> else <int>)", "(<bool> and <int>)", "(<int> or <int>)", "int.from_bytes(<bytes>, 'little')", "int.from_bytes(<bytes>, 'big', signed=True)",
    "hash_of(<any>)", "<bytes>[<little>]", "<bytes>.find(<bytes>)", "math.gcd(<int>, <int>)", "math.isqrt(<int>)", "math.floor(<float>)", "math.ceil(<float>)", "math.comb(<little>, <little>)",
    "functools.reduce(lambda x, y: x - y, <ints>)", "functools.reduce(operator.add, <ints>, <int>)", "bisect.bisect_left(<ints>, <int>)", "(<name> := <int>)",
    "next((x for x in small(<list>) if x), <int>)", "sum(1 for x in small(<any>) if x == <any>)", "operator.index(<int>)", "<float>.as_integer_ratio()[<bit>]", "(<bool> + <bool>)",
    "int(<any>)", "<intmethod>", "<range>[<index>]", "<range>.index(<int>)", "len(<range>)", "<range>.count(<int>)", "sys.getsizeof and <int>",
])

FLOAT = ("0.0|-0.0|0.5|-2.25|1e16|1e-7|3.0|1.5|2.5|1e308|5e-324|0.1|123456.789|<zname>|<zname>|inf|-inf|nan|1e22|1_0.5|.5|2.675".split("|"), [
    "(<float> + <float>)", "(<float> - <int>)", "(<float> * <float>)", "(<int> / <int>)", "(<float> // <float>)", "(<float> % <float>)", "(-<float>)", "abs(<float>)",
    "float(<numeral>)", "float(<int>)", "round(<float>, <little>)", "round(<float>, -<little>)", "math.sqrt(<float>)", "math.fsum(<list>)", "power(<float>, <little>)", "power(<int>, -<little>)",
    "max(<float>, <int>)", "min(<float>, <float>)", "sum(<list>, 0.0)", "divmod(<float>, <float>)[1]", "float.fromhex(<float>.hex())", "math.fmod(<float>, <float>)", "math.copysign(<float>, <float>)",
    "math.modf(<float>)[<bit>]", "math.frexp(<float>)[<bit>]", "float(<str>)", "math.hypot(<float>, <float>)", "math.trunc(<float>) / 2", "(<float> if <bool> else <float>)", "<float>.real", "math.ldexp(<float>, <little>)",
    "statistics.mean(<ints>)", "math.log2(<int>)", "math.prod(<ints>) / 3 if False else <float>",
])

BOOL = ("True|False|<iname>|<iname>".split("|"), [
    "(<any> == <any>)", "(<any> != <any>)", "(<int> < <int>)", "(<float> <= <int>)", "(<any> < <any>)", "(<any> > <any>)", "(<any> >= <any>)", "(<any> is <any>)", "(<any> is not None)", "(<any> in <list>)",
    "(<any> not in <tuple>)", "(<str> in <str>)", "(<any> in <dict>)", "(<any> in <set>)", "(<int> in <range>)", "(<int> in <bytes>)", "(not <any>)", "(<int> < <int> <= <int>)", "(<any> == <any> != <any>)", "(<int> <= <float> in <list>)",
    "isinstance(<any>, <type>)", "isinstance(<any>, (<type>, <type>))", "issubclass(<type>, <type>)", "all(<list>)", "any(<list>)", "any(x == <any> for x in small(<any>))", "<str>.startswith(<str>)", "<str>.endswith((<str>, <str>))",
    "<str>.isdigit()", "<str>.isalpha()", "<str>.isalnum()", "<str>.islower()", "<str>.istitle()", "<str>.isspace()", "<str>.isidentifier()", "<str>.isprintable()", "<str>.isnumeric()", "<str>.isdecimal()", "<str>.isascii()", "<str>.isupper()",
    "callable(<any>)", "hasattr(<any>, <attr>)", "bool(<any>)", "<set>.issubset(<iter>)", "<set>.isdisjoint(<iter>)", "(<set> <= <set>)", "(<set> < <set>)", "(<list> < <list>)", "(<tuple> >= <tuple>)", "(<dict> == <dict>)", "(<str> < <str>)", "(<bytes> < <bytes>)",
    "math.isnan(<float>)", "math.isclose(<float>, <float>)", "<float>.is_integer()", "(<bool> and <bool>)", "(<bool> or <any>)", "(<dict>.keys() <= <dict>.keys())", "(<slice> == <slice>)", "(<range> == <range>)", "<object> == <object>", "<object> < <object>",
])

STR = ("'a'|'bc'|'é'|'Zed'|''|'x y'|'10'|'-3'|'0x1f'|'tail\\n'|'Hello World'|'a,b c,,d'|' pad '|'ß€'|'ab' 'cd'|r'\\d'|'\\t tab'|'aXbXc'|<sname>|<sname>|'ﬁ\\u0130'|'\\U0001f600x'|'it\\'s'|'\"q\"'|'one\\ntwo\\r\\nthree'|'x=%d'|'{}-{}'".split("|"), [
    "(<str> + <str>)", "times(<str>, <little>)", "<str>[<index>]", "<str>[<bound>:<bound>]", "<str>[<bound>:<bound>:<step>]", "str(<any>)", "repr(<any>)", "ascii(<any>)", "<str>.upper()", "<str>.lower()", "<str>.title()", "<str>.swapcase()",
    "<str>.capitalize()", "<str>.casefold()", "<str>.strip()", "<str>.lstrip(<str>)", "<str>.rstrip(<str>)", "<str>.replace(<str>, <str>)", "<str>.replace(<str>, <str>, <little>)", "<str>.center(<little>, '*')", "<str>.ljust(<little>)", "<str>.rjust(<little>, <str>)",
    "<str>.zfill(<little>)", "<str>.join(<strs>)", "<str>.join(<list>)", "<str>.expandtabs(<little>)", "<str>.removeprefix(<str>)", "<str>.removesuffix(<str>)", "<str>.translate({<int>: <any>, 97: None, 98: 'BB'})", "<str>.translate(str.maketrans('ab', 'xy', 'c'))",
    "<fstring>", "<fstring>", "<percent>", "<percent>", "<formatted>", "<formatted>", "format(<int>, '<intspec>')", "format(<float>, '<floatspec>')", "format(<str>, '<strspec>')", "format(<any>, '<strspec>')", "chr(<int>)", "hex(<int>)", "oct(<int>)", "bin(<int>)",
    "<bytes>.decode()", "<bytes>.decode('latin-1')", "<bytes>.decode('ascii', 'replace')", "<bytes>.hex()", "<float>.hex()", "type_of(<any>)", "(<str> or <str>)", "(<str> if <bool> else <str>)", "min(<strs>)", "max(<strs>, key=len)", "<str>.partition(<str>)[<index>]", "json.dumps(<json>)",
    "json.dumps(<json>, sort_keys=True, indent=<bit>)", "getattr(<any>, '__name__', <str>)", "<object>.get()", "str(<object>)", "f'{<object>}'", "textwrap.shorten(<str>, 12)", "string.capwords(<str>)", "re.sub('[a-c]+', <restr>, <str>)", "type(<any>).__qualname__", "str(<bytes>, 'utf-8')",
])

BYTES = ("b'ab'|b''|b'\\x00\\xff'|b'a,b'|bytes(3)|bytearray(b'xyz')|b'Hello World'|b' 12 '|<bname>|<bname>".split("|"), [
    "(<bytes> + <bytes>)", "times(<bytes>, <little>)", "<bytes>[<bound>:<bound>:<step>]", "<str>.encode()", "<str>.encode('latin-1', 'replace')", "<str>.encode('ascii', 'ignore')", "bytes(<ints>)", "bytearray(<bytes>)", "<bytes>.upper()", "<bytes>.replace(b'a', <bytes>)",
    "<bytes>.strip()", "<bytes>.join([<bytes>, <bytes>])", "<bytes>.center(<little>, b'-')", "bytes.fromhex('0aff')", "<int>.to_bytes(<little>, 'big')", "<int>.to_bytes(<little>, 'little', signed=True)", "b'%d|%s' % (<int>, <bytes>)", "<bytes>.title()", "<bytes>.zfill(<little>)", "<bytes>.removeprefix(<bytes>)",
    "bytes(<any>) if not isinstance(<any>, int) else b''", "<bytes>.partition(<bytes>)[<index>]", "<bytes>.lstrip(<bytes>)", "<bytes>.swapcase()", "<bytes>.expandtabs(<little>)", "struct.pack('<packs>', <int>, <int>)", "b'%<percentflags>x' % <int>", "b'%r' % (<any>,)",
])

LIST = ("[]|[1, 2, 3]|[3, 1, 2]|list('hello')|['b', 'a']|<lname>|<lname>|[0.5, -1, 2]|[[1], [2, 3]]|[None, True]|list(range(6))".split("|"), [
    "[<any>, <any>]", "[<int>, <int>, <int>]", "[*<iter>]", "[<any>, *<iter>, <any>]", "(<list> + <list>)", "times(<list>, <little>)", "<list>[<bound>:<bound>]", "<list>[<bound>:<bound>:<step>]", "list(<iter>)", "sorted(<list>)", "sorted(<ints>, reverse=True)", "sorted(<strs>, key=<key>)",
    "sorted(<list>, key=<key>, reverse=<bit>)", "<str>.split()", "<str>.split(<str>)", "<str>.split(<str>, <little>)", "<str>.rsplit(None, <bit>)", "<str>.splitlines(<bit>)", "<bytes>.split(<bytes>)", "list(<dict>.items())", "list(<dict>.values())", "list(<dict>)", "<list>.copy()",
    "[<any> for x in small(<any>)]", "[x for x in small(<any>) if <cond>]", "[(x, y) for x in small(<iter>) for y in small(<iter>) if x != y]", "[[y for y in small(x)] for x in small(<list>)]", "[x if <cond> else y for x, y in <pairs>]", "[y for x in small(<list>) if x for y in small(x)]",
    "list(map(<key>, small(<iter>)))", "list(filter(<key>, small(<iter>)))", "list(zip(<iter>, <iter>))", "list(zip(<iter>, <iter>, strict=True))", "list(enumerate(<iter>, <int>))", "list(reversed(<list>))", "list(<itertool>)", "list(<itertool>)", "sorted(<set>)", "list(<gen>)", "[f() for f in [lambda: x for x in small(<iter>)]]",
    "[*<gen>]", "[last := x for x in small(<iter>)]", "heapq.nsmallest(<little>, <ints>)", "heapq.nlargest(<bit>, <strs>, <key>)", "collections.Counter(<iter>).most_common(<little>)", "list(collections.deque(<iter>, <little>))", "copy.deepcopy(<list>)", "copy.copy(<list>)", "mutated(<list>, <mutation>)",
    "mutated(<list>, <mutation>)", "mutated(<ints>, <mutation>)", "re.findall('[a-z]', <str>)", "[*map(str, <ints>)]", "(<list> if <bool> else <list>)", "re.split('[, ]', <str>)", "(lambda *a, **k: [a, k])(<args>)", "[i for i in <range>]", "list(<bytes>)", "eval(repr(<list>))",
])

TUPLE = ("()|(4, 'f')|(1,)|(1, 2, 3)|<tname>|<tname>|('a', 0.5, None)|((1, 2), (3, 4))".split("|"), [
    "(<any>, <any>)", "(<any>,)", "(*<iter>, <any>)", "(<tuple> + <tuple>)", "times(<tuple>, <little>)", "<tuple>[<bound>:<bound>:<step>]", "tuple(<iter>)", "divmod(<int>, <int>)", "divmod(<float>, <float>)", "<str>.partition(<str>)", "<str>.rpartition(<str>)", "tuple(<gen>)", "math.modf(<float>)", "<float>.as_integer_ratio()",
    "<slice>.indices(<little>)", "(lambda *a: a)(*<iter>)", "tuple(x for x in small(<any>))", "tuple(sorted(<ints>))", "(yes := <tuple>)", "next(iter(<dict>.items()))", "max(<dict>.items())", "min(<tuple>, <tuple>)", "struct.unpack('<packs>', <bytes>)", "operator.itemgetter(<index>, <index>)(<list>)", "math.frexp(<float>)", "<object>.pair()",
])

DICT = ("{}|{'k': 1, 2: 'z'}|{1: 2}|<dname>|<dname>|dict(a=1, b=2)|{(1, 2): 'p', None: 0}|{'a': [1], 'b': {'c': 2}}".split("|"), [
    "{<any>: <any>, 'd': <any>}", "{**<dict>, <key_of>: <any>}", "{**<dict>, **<dict>}", "(<dict> | <dict>)", "dict(<pairs>)", "dict(<dict>, z=<any>)", "dict.fromkeys(<iter>, <any>)", "{x: <any> for x in small(<iter>)}", "{k: v for k, v in small(<dict>.items()) if v}", "{v: k for k, v in small(<dict>.items())}", "dict(zip(<iter>, <iter>))", "<dict>.copy()",
    "changed(<dict>, <dictchange>)", "changed(<dict>, <dictchange>)", "dict(collections.Counter(<str>))", "dict(enumerate(<str>))", "dict(**<dict>)", "dict(sorted(<dict>.items(), key=str))", "{x: y for x in small(<str>) for y in small(<ints>)}", "(lambda **k: k)(**<dict>)", "vars(<object>)", "json.loads(json.dumps(<json>))", "copy.deepcopy(<dict>)", "<object>.__dict__",
    "collections.defaultdict(list, <dict>)",
])

SET = ("set()|{1, 2, 3}|frozenset([1, 5])|{2, 4}|<cname>|<cname>|{7}|set(range(4))|{0.5, 1}".split("|"), [
    "{<int>, <int>}", "{*<ints>}", "(<set> | <set>)", "(<set> & <set>)", "(<set> - <set>)", "(<set> ^ <set>)", "set(<ints>)", "frozenset(<ints>)", "{x for x in small(<ints>)}", "{x % 3 for x in small(<ints>) if x}", "<set>.union(<ints>, <ints>)", "<set>.intersection(<ints>)", "<set>.difference(<ints>)", "<set>.symmetric_difference(<ints>)", "<set>.copy()",
    "({1: 2}.keys() & <set>)", "({1: 2, 3: 4}.keys() | <ints>)", "({1: 2}.items() - <set>)", "altered(<set>, <setchange>)", "altered(<set>, <setchange>)",
])

ANY_ATOMS = "None|<int>|<float>|<str>|<name>|<name>|<name>|<bytes>|<list>|<tuple>|<dict>|<set>|<bool>|<range>|...|NotImplemented".split("|")
ANY = (["None", "<name>", "1", "'s'", "<name>", "2.5", "...", "[]", "-7"], ANY_ATOMS + [
    "<call>", "<call>", "<call>", "<object>", "<object>.<member>", "<object>.<member>", "(<object> <op> <any>)", "(<any> <op> <object>)", "(<object> <op> <object>)", "<list>[<index>]", "<dict>[<key_of>]", "<dict>.get(<any>, <any>)", "<any>[<any>]", "(<any> <op> <any>)", "(<any> <op> <any>)", "(<any> if <any> else <any>)", "(<any> and <any>)", "(<any> or <any>)",
    "(lambda x, y=<any>: <lambdabody>)(<any>)", "(lambda x, /, *, k=<any>: (x, k))(<any>)", "next(<gen>)", "next(iter(<iter>))", "next(iter(<iter>), <any>)", "max(<list>)", "min(<iter>, key=<key>)", "sum(<list>, <any>)", "getattr(<any>, <attr>)", "getattr(<any>, <attr>, <any>)", "(<name> := <any>)", "(<unary> <int>)", "<type>(<any>)", "<risky>", "<risky>", "<risky>", "<risky>", "<risky>",
    "<method>", "<method>", "<method>", "functools.reduce(<binary>, <list>)", "functools.partial(<function>, <any>)(<args>)", "operator.attrgetter(<attr>)(<any>)", "operator.methodcaller(<attr>)(<any>)", "<slice>", "<generated>", "<generated>", "iter_next(<any>)", "<tuple>[<index>]", "<object>[<any>]", "<object>(<args>)", "len(<object>)", "list(<object>)", "(<any> in <object>)", "-<object>", "int(<object>)",
    "hash_of(<object>)", "bool(<object>)", "round(<object>, <bit>)", "f'{<object>:<word>}'", "type(<any>)", "super_get(<object>)", "copy.copy(<object>)", "(<object> < <any>)", "[*<object>]", "eval(<evaluated>)", "pow(<any>, <any>, <any>)", "isinstance(<any>, <any>)", "sorted([<any>, <any>, <any>])", "max(<any>, <any>)", "abs(<any>)", "divmod(<any>, <any>)", "round(<any>)", "iter(<any>)", "reversed(<any>)",
])
RISKY = ([], [
    "<any>[<any>]", "<any>.<attribute>", "<any>(<args>)", "(<any> <op> <any>)", "<object>(<args>)", "<object>[<any>]",
    "slice(<any>)", "range(<any>, <any>)", "bytes([<any>])", "chr(<any>)", "ord(<any>)", "float(<any>)", "sum(<any>)", "zip(<any>)", "str(<any>, <any>)", "setattr(<any>, <attr>, <any>)", "<dict>.pop(<any>)", "hash_of(<any>)", "enumerate(<any>)", "map(<any>, <any>)", "list(map(<any>, <list>))", "vars(<any>)", "dict(<any>)", "set(<any>) and 1", "tuple(<any>)", "callable(<any>)", "print(<any>, sep=<any>)", "format(<any>, <str>)",
    "len(<any>)", "any(<any>)", "all(<any>)", "hex(<any>)", "min(<any>)", "filter(<any>, <any>)", "list(filter(<any>, <list>))", "issubclass(<any>, <type>)", "getattr(<any>, <any>)", "<any>.<attribute>(<args>)", "f(<args>)", "(yield_like(<any>))", "int(<str>, <any>)", "round(<float>, <any>)", "super(<any>)", "classmethod(<any>)", "__import__(<str>)", "type(<str>, (<type>,), <dict>)", "type(<any>, <any>, <any>)",
])

OTHERS = {
    "ints": (["[1, 2, 3]", "range(5)", "[5, -1, 2**40]", "(7, 7)", "[0]", "[]"], ["[<int>, <int>]", "[<little>, <little>, <little>, <little>]", "<range>", "[len(x) for x in <strs>]", "sorted(<ints>)", "list(<ints>)[<bound>:<bound>]", "(x * 2 for x in small(<ints>))"]),
    "strs": (["['b', 'A', 'c']", "'hello'", "('x', 'yy', '')", "['10', '9']"], ["[<str>, <str>]", "<str>.split()", "[str(x) for x in <ints>]", "map(repr, small(<iter>))", "sorted(<strs>)"]),
    "pairs": (["[(1, 2), (3, 4)]", "[]", "zip('ab', [1, 2])", "['xy', 'zw']"], ["zip(<strs>, <ints>)", "list(<dict>.items())", "[(<any>, <any>)]", "enumerate(<str>)"]),
    "iter": (["[1, 2]", "'abc'", "(3,)", "range(3)", "{}"], ["<list>", "<tuple>", "<str>", "<dict>", "<range>", "<gen>", "<set>", "<bytes>", "<itertool>", "<object>", "iter(<list>)", "reversed(<tuple>)", "map(<key>, small(<iter>))", "(x for x in small(<any>))", "<dict>.items()", "<dict>.values()", "small(<any>)"]),
    "range": (["range(4)", "range(0)", "range(2, 8, 3)", "range(5, -1, -2)"], ["range(<little>)", "range(<little>, 10)[:<little>]", "range(<little>, -<little>, -2)", "range(0, 12, <little>)", "<range>[<bound>:<bound>:<step>][:20]"]),
    "slice": (["slice(3)", "slice(None)", "slice(1, None, -1)"], ["slice(<bound_or_none>, <bound_or_none>, <bound_or_none>)", "slice(<any>, <any>)"]),
    "itertool": (["itertools.chain('ab', [1])", "itertools.repeat(1, 3)"], ["itertools.chain(<iter>, <iter>)", "itertools.chain.from_iterable(<list>)", "itertools.islice(itertools.count(<int>, <int>), <little>)", "itertools.islice(itertools.cycle(<iter>), <little>)", "itertools.islice(<iter>, <bit>, <little>, 2)", "itertools.accumulate(<ints>)",
                 "itertools.accumulate(<ints>, <binary>, initial=<int>)", "itertools.combinations(small(<iter>), 2)", "itertools.permutations(<ints>, <bit>)", "itertools.product(small(<iter>), repeat=<bit>)", "itertools.groupby(<str>, <key>) and 'g'", "((k, list(g)) for k, g in itertools.groupby(<list>))", "itertools.takewhile(<key>, small(<iter>))",
                 "itertools.dropwhile(<key>, small(<iter>))", "itertools.filterfalse(<key>, small(<iter>))", "itertools.zip_longest(<iter>, <iter>, fillvalue=<any>)", "itertools.starmap(<binary>, <pairs>)", "itertools.compress(<iter>, <list>)", "itertools.pairwise(<iter>)", "itertools.tee(<iter>)[<bit>]", "itertools.repeat(<any>, <little>)", "itertools.combinations_with_replacement(<str>[:3], 2)", "itertools.product(<str>[:2], <ints>)"]),
    "cond": (["x", "not x", "x is None"], ["x == <any>", "isinstance(x, <type>)", "x and <bool>", "<bool>", "(y := x)", "x in <list>", "x != <any>"]),
    "lambdabody": (["x", "y", "(x, y)"], ["x + y", "x or y", "[x, y]", "<any>", "(lambda: x)()", "x if y else <any>", "x[y]", "x.y"]),
    "key": (["len", "str", "None", "repr", "abs", "lambda x: -x", "bool", "type_of"], ["lambda x: <keybody>", "<function>", "operator.itemgetter(<index>)", "functools.cmp_to_key(lambda x, y: (x > y) - (x < y))", "str.lower", "functools.partial(<binary>, <int>)"]),
    "keybody": (["x", "-x", "str(x)", "x % 2", "(len(x), x)"], ["<any>", "x + <any>", "(x, <any>)", "x == <any>", "x[<index>]"]),
    "binary": (["operator.add", "operator.mul", "lambda x, y: x", "max", "operator.sub", "operator.lt", "divmod", "operator.concat", "operator.floordiv", "operator.truediv"], []),
    "function": (["len", "str", "type_of", "lambda *a, **k: (a, k)", "abs"], []),
    "type": (["int", "float", "str", "list", "dict", "tuple", "bool", "bytes", "object", "set", "type", "Exception", "bytearray", "frozenset", "type(None)", "range"], ["<class>"]),
    "op": ("+ - / // % & ^ | @ >> == < >= and or".split(), []),
    "unary": (["-", "+", "~", "not"], []),
    "little": (["0", "1", "2", "3", "4", "5", "7", "8", "12", "-1"], []),
    "bit": (["0", "1", "2"], []),
    "index": (["0", "1", "-1", "2", "-2", "5", "True", "-9"], ["<little>", "<int>"]),
    "bound": (["", "", "1", "-1", "2", "-2", "100", "0", "-100", "None"], ["<little>"]),
    "bound_or_none": (["None", "1", "-1", "2", "-3", "10"], ["<int>"]),
    "step": (["", "1", "2", "-1", "-2", "3", "-100", "0"], []),
    "numeral": (["'12'", "' -7 '", "'1_0'", "'0x1f'", "'1e5'", "'inf'", "'-nan'", "'z'", "''", "'3.5'", "'٣'", "'1__0'", "'+5'", "'0b11'", "'ff'", "b'12'", "'1e400'", "'.5'", "'5.'", "'1 2'", "'Infinity'", "'0o17'"], ["str(<int>)", "repr(<float>)", "<str>"]),
    "attr": (["'value'", "'get'", "'missing'", "'__class__'", "'real'", "'upper'", "'shared'", "'append'", "'prop'"], []),
    "attribute": (["value", "get", "missing", "real", "shared", "prop", "append", "upper", "items", "keys", "sort", "pop", "__len__", "x", "imag", "start", "numerator", "split"], []),
    "key_of": (["'k'", "2", "1", "'a'", "'b'", "None", "(1, 2)"], ["<int>", "<str>", "<any>"]),
    "json": (["None", "1", "'a'", "[1, 2]", "{'k': None}", "2.5", "'é\\n'", "True"], ["[<json>, <json>]", "{'a': <json>, 'b': <json>}", "<any>", "(<json>,)", "{<key_of>: <json>}"]),
    "word": (["", ">6", "abc", "5", "d"], []),
    "restr": (["'-'", "r'<\\g<0>>'", "lambda m: m.group().upper()", "''"], []),
    "evaluated": (["'1 + 2'", "'u'", "'[x for x in range(3)]'", "'1 + )'", "'(lambda: 5)()'", "'missing'", "'1 if 0 else 2'", "'f(1)'", "' 7'"], ["repr(<any>)"]),
    "packs": (["<hh", ">Bi", "<qI", "!2b", ">Hd"], []),
    # Not any dict: whether keys are strings is seen before or after the function's own checks.
    "strdict": (["{'k': 1}", "{'u': 1, 'v': None}", "{}"], ["{'k': <any>}", "{**<strdict>, 'value': <any>}", "dict(v=<any>)"]),
    "args": (["", "1", "1, 2", "k=3"], ["<any>", "<any>, <any>", "*<iter>", "<any>, k=<any>", "**<strdict>", "*<tuple>, **<strdict>", "<any>, *<list>, <any>", "u=<any>, v=<any>", "<any>, u=<any>", "v=<any>"]),
}

TABLES = {"int": INT, "float": FLOAT, "bool": BOOL, "str": STR, "bytes": BYTES, "list": LIST, "tuple": TUPLE, "dict": DICT, "set": SET, "any": ANY, "risky": RISKY, **OTHERS}
