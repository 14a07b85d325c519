# re: matching, groups, flags, functions.
import re

m = re.search(r"(\w+)@(\w+)\.com", "mail ann@home.com now")
print(m, m.group(), m.group(1), m.group(1, 2), m.groups(), m.span(2), m.start(), m.end(1), m[2], m.lastindex)
print(re.match("b", "ab"), re.fullmatch(r"a+", "aaa"), re.fullmatch(r"a+", "aab"), re.search("z", "ab"))
m = re.match(r"(?P<year>\d{4})-(?P<month>\d\d)(?:-(?P<day>\d\d))?", "2024-05 rest")
print(m.groupdict(), m["year"], m.group("month"), m.groupdict("none"), m.lastgroup, m.re.groupindex)
print(re.findall(r"\d+", "a1 b22 c333"), re.findall(r"(\w)(\d)", "a1 b2"), re.findall(r"(a)|b", "ab"), re.findall("", "abc"), re.findall(r"x*", "axb"))
print([x.span() for x in re.finditer(r"\b\w", "one two  three")], [x.group() for x in re.finditer(r"[^,]*", "a,,b")])
print(re.split(r"[,;]\s*", "a, b;c,d"), re.split(r"(-)", "1-2-3"), re.split(r"\s+", " a b "), re.split("x", "axbxc", 1), re.split(r"\b", "a b"), re.split("x*", "axbc"))
print(re.sub(r"(\w+) (\w+)", r"\2 \1", "hello world"), re.sub("a", "b", "aaa", 2), re.sub(r"\d", lambda m: str(int(m[0]) * 2), "1 2 3"))
print(re.sub(r"(?P<n>\d)", r"<\g<n>\g<0>>", "a1b2"), re.subn("x", "y", "axbx"), re.sub("", "-", "abc"), re.sub("x*", "-", "abxd"), re.sub("b", r"\n\\", "abc"))
print(re.findall("A.b", "a\nb axb AXB", re.I), re.findall("a.b", "a\nb", re.S), re.findall(r"^\w", "a\nb", re.M), re.findall(r"\w+$", "a\nb\n"), re.findall(r"\w+\Z", "a\nb\n"))
print(re.findall(r"""
    \d+   # digits
    \s*
    [a-z #]+""", "12 ab#c 3", re.X), re.findall("(?i)ab(?-i:C)", "aBC ABc"), re.findall("(?i:a)b", "Ab AB"))
print(re.search(r"(a+)\1", "aaaa").group(1), re.search(r"(?P<q>['\"]).*?(?P=q)", "say 'hi' \"x\"").group(), re.findall(r"(?<=\$)\d+(?!\d|%)", "$10 $20% $3"))
print(re.findall(r"a{2}", "aaaa"), re.findall(r"a{,2}b", "aaab"), re.findall(r"a{2,}?", "aaaa"), re.findall(r"x{a}", "x{a}"), re.findall(r"[]a]+", "]a"), re.findall(r"[^]]+", "a]b"), re.findall(r"[a\-z]+", "a-z"), re.findall(r"[\[]", "["))
print(re.search("é+", "caféé").span(), re.findall(r"\w+", "naïve Ünï 日本"), re.findall(r"\w+", "naïve", re.A), re.search("日", "x日").start(), re.sub("ï", "i", "naïve"))
print(re.findall(rb"\w+", b"one two"), re.sub(b"o", b"0", b"foo"), re.compile(b"a").match(b"abc").group(), re.split(b",", b"a,b"))
p = re.compile(r"(\d+)([a-z])?", re.I | re.M)
print(p, p.pattern, p.flags, p.groups, p.search("x12", 2), p.search("x12y", 0, 3), p.match("12a").expand(r"\2-\1"), p.match("12").groups("-"))
print(re.escape("a.b*c [x]-\n"), re.escape(b"a+b"), re.I, re.I | re.X, re.compile("a", re.I), repr(re.compile("x")))
print(re.match("((ab)c)", "abc").lastindex, re.match("(a)(b)?", "a").lastindex, re.match("(a)|(b)", "b").lastindex, re.match("a", "a").lastindex)
print(re.search(r"\x41\u0042\103", "ABC").group(), re.findall(r"\t|\.", "a\tb."), re.search("(?:a|b)+?c", "abac").group(), re.findall(r"(?>a+)b|a++c", "aab aac"))
print(re.search(r"(a)?(?(1)b|c)", "c").group(), bool(re.match(r"^$", "")), re.findall("(?#note)a", "aa"), re.match(r"[\w.]+", "a.b-c").group())
for pattern in ("(", ")", "[a", "*a", "a**", "a{3,1}", r"\q", "(?P<1a>x)", "(?P<a>x)(?P<a>y)", r"(a)\2", "(?P=x)", "(?z)", "[b-a]", "a\\", "(?<=a+)b", "(?P<a", "(?Pa)", "x(?i)", "(?P<>a)", "[\\q]", r"\8", "(?<a>x)", "a|*"):
    try:
        re.compile(pattern)
        print("fine", pattern)
    except re.error as e:
        print(pattern, "->", e, e.pos)
for bad in (lambda: re.sub("a", r"\1", "a"), lambda: re.sub("a", r"\g<x>", "a"), lambda: re.sub("a", r"\q", "a"), lambda: re.match("a", 5), lambda: re.match("a", b"a"), lambda: re.match(b"a", "a"), lambda: m.group(9), lambda: re.compile(5), lambda: re.compile(re.compile("a"), re.I)):
    try:
        print(bad())
    except Exception as e:
        print(type(e).__name__, e)
# expect: <re.Match object; span=(5, 17), match='ann@home.com'> ann@home.com ann ('ann', 'home') ('ann', 'home') (9, 13) 5 8 home 2
# expect: None <re.Match object; span=(0, 3), match='aaa'> None None
# expect: {'year': '2024', 'month': '05', 'day': None} 2024 05 {'year': '2024', 'month': '05', 'day': 'none'} month {'year': 1, 'month': 2, 'day': 3}
# expect: ['1', '22', '333'] [('a', '1'), ('b', '2')] ['a', ''] ['', '', '', ''] ['', 'x', '', '']
# expect: [(0, 1), (4, 5), (9, 10)] ['a', '', '', 'b', '']
# expect: ['a', 'b', 'c', 'd'] ['1', '-', '2', '-', '3'] ['', 'a', 'b', ''] ['a', 'bxc'] ['', 'a', ' ', 'b', ''] ['', 'a', '', 'b', 'c', '']
# expect: world hello bba 2 4 6
# expect: a<11>b<22> ('ayby', 2) -a-b-c- -a-b--d- a
# expect: \c
# expect: ['axb', 'AXB'] ['a\nb'] ['a', 'b'] ['b'] []
# expect: ['12 ab#c '] ['aBC'] ['Ab']
# expect: aa 'hi' ['10', '3']
# expect: ['aa', 'aa'] ['aab'] ['aa', 'aa'] ['x{a}'] [']a'] ['a', 'b'] ['a-z'] ['[']
# expect: (3, 5) ['naïve', 'Ünï', '日本'] ['na', 've'] 1 naive
# expect: [b'one', b'two'] b'f00' b'a' [b'a', b'b']
# expect: re.compile('(\\d+)([a-z])?', re.IGNORECASE|re.MULTILINE) (\d+)([a-z])? 42 2 <re.Match object; span=(2, 3), match='2'> <re.Match object; span=(1, 3), match='12'> a-12 ('12', '-')
# expect: a\.b\*c\ \[x\]\-\
# expect:  b'a\\+b' re.IGNORECASE re.IGNORECASE|re.VERBOSE re.compile('a', re.IGNORECASE) re.compile('x')
# expect: 1 1 2 None
# expect: ABC ['\t', '.'] abac ['aab', 'aac']
# expect: c True ['a', 'a'] a.b
# expect: ( -> missing ), unterminated subpattern at position 0 0
# expect: ) -> unbalanced parenthesis at position 0 0
# expect: [a -> unterminated character set at position 0 0
# expect: *a -> nothing to repeat at position 0 0
# expect: a** -> multiple repeat at position 2 2
# expect: a{3,1} -> min repeat greater than max repeat at position 2 2
# expect: \q -> bad escape \q at position 0 0
# expect: (?P<1a>x) -> bad character in group name '1a' at position 4 4
# expect: (?P<a>x)(?P<a>y) -> redefinition of group name 'a' as group 2; was group 1 at position 12 12
# expect: (a)\2 -> invalid group reference 2 at position 4 4
# expect: (?P=x) -> unknown group name 'x' at position 4 4
# expect: (?z) -> unknown extension ?z at position 1 1
# expect: [b-a] -> bad character range b-a at position 1 1
# expect: a\ -> bad escape (end of pattern) at position 1 1
# expect: (?<=a+)b -> look-behind requires fixed-width pattern None
# expect: (?P<a -> missing >, unterminated name at position 4 4
# expect: (?Pa) -> unknown extension ?Pa at position 1 1
# expect: x(?i) -> global flags not at the start of the expression at position 1 1
# expect: (?P<>a) -> missing group name at position 4 4
# expect: [\q] -> bad escape \q at position 1 1
# expect: \8 -> invalid group reference 8 at position 1 1
# expect: (?<a>x) -> unknown extension ?<a at position 1 1
# expect: a|* -> nothing to repeat at position 2 2
# expect: error invalid group reference 1 at position 1
# expect: IndexError unknown group name 'x'
# expect: error bad escape \q at position 0
# expect: TypeError expected string or bytes-like object, got 'int'
# expect: TypeError cannot use a string pattern on a bytes-like object
# expect: TypeError cannot use a bytes pattern on a string-like object
# expect: IndexError no such group
# expect: TypeError first argument must be string or compiled pattern
# expect: ValueError cannot process flags argument with a compiled pattern
