// What: what is printed for programs that are wrong: byte by byte what CPython 3.11 prints.
#include <gtest/gtest.h>

#include <string>

#include "tests/unit/syntax_dump.h"
#include "vm/syntax/parser.h"

namespace gilsim {
namespace {

std::string printed(const std::string& text) {
  SourceFile source("test.py", text);
  ParseResult result = parse_module(source);
  return result.ok() ? "" : format_problem(source, *result.problem);
}

struct Wrong {
  const char* program;
  const char* printed;
};

constexpr Wrong kWrong[] = {
    {"x = 1\n    y = 2\n",
     "  File \"test.py\", line 2\n    y = 2\nIndentationError: unexpected indent\n"},
    {"if x:\npass\n",
     "  File \"test.py\", line 2\n    pass\n    ^\nIndentationError: expected an indented block "
     "after 'if' statement on line 1\n"},
    {"if x:\n  a\n b\n",
     "  File \"test.py\", line 3\n    b\n     ^\nIndentationError: unindent does not match any o"
     "uter indentation level\n"},
    {"f\"{}\"\n",
     "  File \"test.py\", line 1\n    f\"{}\"\n         ^\nSyntaxError: f-string: empty expressi"
     "on not allowed\n"},
    {"f\"{!r}\"\n",
     "  File \"test.py\", line 1\n    f\"{!r}\"\n           ^\nSyntaxError: f-string: expression"
     " required before '!'\n"},
    {"f\"{a!x}\"\n",
     "  File \"test.py\", line 1\n    f\"{a!x}\"\n            ^\nSyntaxError: f-string: invalid "
     "conversion character: expected 's', 'r', or 'a'\n"},
    {"f\"{a\"\n",
     "  File \"test.py\", line 1\n    f\"{a\"\n         ^\nSyntaxError: f-string: expecting '}'"
     "\n"},
    {"f\"}\"\n",
     "  File \"test.py\", line 1\n    f\"}\"\n        ^\nSyntaxError: f-string: single '}' is no"
     "t allowed\n"},
    {"f\"{a!}\"\n",
     "  File \"test.py\", line 1\n    f\"{a!}\"\n           ^\nSyntaxError: f-string: invalid co"
     "nversion character: expected 's', 'r', or 'a'\n"},
    {"f\"{a:{b:{c}}}\"\n",
     "  File \"test.py\", line 1\n    f\"{a:{b:{c}}}\"\n                  ^\nSyntaxError: f-stri"
     "ng: expressions nested too deeply\n"},
    {"f\"{a!rr}\"\n",
     "  File \"test.py\", line 1\n    f\"{a!rr}\"\n             ^\nSyntaxError: f-string: expect"
     "ing '}'\n"},
    {"f\"{(a}\"\n",
     "  File \"test.py\", line 1\n    f\"{(a}\"\n           ^\nSyntaxError: f-string: closing pa"
     "renthesis '}' does not match opening parenthesis '('\n"},
    {"f\"{a)}\"\n",
     "  File \"test.py\", line 1\n    f\"{a)}\"\n           ^\nSyntaxError: f-string: unmatched "
     "')'\n"},
    {"f\"{a[}\"",
     "  File \"test.py\", line 1\n    f\"{a[}\"\n           ^\nSyntaxError: f-string: closing pa"
     "renthesis '}' does not match opening parenthesis '['\n"},
    {"f\"{#}\"\n",
     "  File \"test.py\", line 1\n    f\"{#}\"\n          ^\nSyntaxError: f-string expression pa"
     "rt cannot include '#'\n"},
    {"x = (1,\ny = 2\n",
     "  File \"test.py\", line 1\n    x = (1,\n        ^\nSyntaxError: '(' was never closed\n"},
    {"x = \"abc\n",
     "  File \"test.py\", line 1\n    x = \"abc\n        ^\nSyntaxError: unterminated string lit"
     "eral (detected at line 1)\n"},
    {"x = \"\"\"abc\n\n",
     "  File \"test.py\", line 1\n    x = \"\"\"abc\n        ^\nSyntaxError: unterminated triple"
     "-quoted string literal (detected at line 2)\n"},
    {"a b\n", "  File \"test.py\", line 1\n    a b\n      ^\nSyntaxError: invalid syntax\n"},
    {"a not b\n",
     "  File \"test.py\", line 1\n    a not b\n          ^\nSyntaxError: invalid syntax\n"},
    {"1__0\n",
     "  File \"test.py\", line 1\n    1__0\n     ^\nSyntaxError: invalid decimal literal\n"},
    {"0777\n",
     "  File \"test.py\", line 1\n    0777\n    ^\nSyntaxError: leading zeros in decimal integer"
     " literals are not permitted; use an 0o prefix for octal integers\n"},
    {"1_\n", "  File \"test.py\", line 1\n    1_\n     ^\nSyntaxError: invalid decimal literal\n"},
    {"0x\n",
     "  File \"test.py\", line 1\n    0x\n     ^\nSyntaxError: invalid hexadecimal literal\n"},
    {"0xg\n",
     "  File \"test.py\", line 1\n    0xg\n     ^\nSyntaxError: invalid hexadecimal literal\n"},
    {"0b12\n",
     "  File \"test.py\", line 1\n    0b12\n       ^\nSyntaxError: invalid digit '2' in binary l"
     "iteral\n"},
    {"0o8\n",
     "  File \"test.py\", line 1\n    0o8\n      ^\nSyntaxError: invalid digit '8' in octal lite"
     "ral\n"},
    {"1abc\n",
     "  File \"test.py\", line 1\n    1abc\n    ^\nSyntaxError: invalid decimal literal\n"},
    {"1.e\n",
     "  File \"test.py\", line 1\n    1.e\n     ^\nSyntaxError: invalid decimal literal\n"},
    {"1e5x\n",
     "  File \"test.py\", line 1\n    1e5x\n      ^\nSyntaxError: invalid decimal literal\n"},
    {"0xfor\n", "  File \"test.py\", line 1\n    0xfor\n         ^\nSyntaxError: invalid syntax\n"},
    {"1 $ 2\n", "  File \"test.py\", line 1\n    1 $ 2\n      ^\nSyntaxError: invalid syntax\n"},
    {"\303\251\342\202\254 = 1\n",
     "  File \"test.py\", line 1\n    \303\251\342\202\254 = 1\n     ^\nSyntaxError: invalid cha"
     "racter '\342\202\254' (U+20AC)\n"},
    {"\342\202\254\n",
     "  File \"test.py\", line 1\n    \342\202\254\n    ^\nSyntaxError: invalid character '\342"
     "\202\254' (U+20AC)\n"},
    {"x = \\ 1\n",
     "  File \"test.py\", line 1\n    x = \\ 1\n         ^\nSyntaxError: unexpected character af"
     "ter line continuation character\n"},
    {"x = \\\n",
     "  File \"test.py\", line 1\n    x = \\\n         ^\nSyntaxError: unexpected EOF while pars"
     "ing\n"},
    {"x = \\",
     "  File \"test.py\", line 1\n    x = \\\n         ^\nSyntaxError: unexpected EOF while pars"
     "ing\n"},
    {"(]\n",
     "  File \"test.py\", line 1\n    (]\n     ^\nSyntaxError: closing parenthesis ']' does not "
     "match opening parenthesis '('\n"},
    {")\n", "  File \"test.py\", line 1\n    )\n    ^\nSyntaxError: unmatched ')'\n"},
    {"(\n]\n",
     "  File \"test.py\", line 2\n    ]\n    ^\nSyntaxError: closing parenthesis ']' does not ma"
     "tch opening parenthesis '(' on line 1\n"},
    {"def f(:\n",
     "  File \"test.py\", line 1\n    def f(:\n          ^\nSyntaxError: invalid syntax\n"},
    {"a, f() = 1\n",
     "  File \"test.py\", line 1\n    a, f() = 1\n       ^^^\nSyntaxError: cannot assign to func"
     "tion call here. Maybe you meant '==' instead of '='?\n"},
    {"f() = 1\n",
     "  File \"test.py\", line 1\n    f() = 1\n    ^^^\nSyntaxError: cannot assign to function c"
     "all here. Maybe you meant '==' instead of '='?\n"},
    {"x = f() = 3\n",
     "  File \"test.py\", line 1\n    x = f() = 3\n        ^^^\nSyntaxError: cannot assign to fu"
     "nction call\n"},
    {"\tif x:\n", "  File \"test.py\", line 1\n    if x:\nIndentationError: unexpected indent\n"},
    {"if x:\n\ta\n        b\n",
     "  File \"test.py\", line 3\n    b\nTabError: inconsistent use of tabs and spaces in indent"
     "ation\n"},
    {"if x:\n        a\n\tb\n",
     "  File \"test.py\", line 3\n    b\nTabError: inconsistent use of tabs and spaces in indent"
     "ation\n"},
    {"\"a\" b\"b\"\n",
     "  File \"test.py\", line 1\n    \"a\" b\"b\"\n            ^\nSyntaxError: cannot mix bytes"
     " and nonbytes literals\n"},
    {"\"\\x1\"\n",
     "  File \"test.py\", line 1\n    \"\\x1\"\n         ^\nSyntaxError: (unicode error) 'unicod"
     "eescape' codec can't decode bytes in position 0-2: truncated \\xXX escape\n"},
    {"x = \"\\u12\"\n",
     "  File \"test.py\", line 1\n    x = \"\\u12\"\n              ^\nSyntaxError: (unicode erro"
     "r) 'unicodeescape' codec can't decode bytes in position 0-3: truncated \\uXXXX escape\n"},
    {"\"\\U00110000\"\n",
     "  File \"test.py\", line 1\n    \"\\U00110000\"\n                ^\nSyntaxError: (unicode "
     "error) 'unicodeescape' codec can't decode bytes in position 0-9: illegal Unicode character"
     "\n"},
    {"\"\\N{NO NAME}\"\n",
     "  File \"test.py\", line 1\n    \"\\N{NO NAME}\"\n                 ^\nSyntaxError: (unicode "
     "error) 'unicodeescape' codec can't decode bytes in position 0-10: unknown Unicode character "
     "name\n"},
    {"f\"{{\\N{EURO\"\n",
     "  File \"test.py\", line 1\n    f\"{{\\N{EURO\"\n                ^\nSyntaxError: (unicode e"
     "rror) 'unicodeescape' codec can't decode bytes in position 0-6: malformed \\N character esc"
     "ape\n"},
    {"print \"x\"\n",
     "  File \"test.py\", line 1\n    print \"x\"\n    ^^^^^^^^^\nSyntaxError: Missing parenthes"
     "es in call to 'print'. Did you mean print(...)?\n"},
    {"print x, y\n",
     "  File \"test.py\", line 1\n    print x, y\n    ^^^^^^^^^^\nSyntaxError: Missing parenthes"
     "es in call to 'print'. Did you mean print(...)?\n"},
    {"exec \"x\"\n",
     "  File \"test.py\", line 1\n    exec \"x\"\n    ^^^^^^^^\nSyntaxError: Missing parentheses"
     " in call to 'exec'. Did you mean exec(...)?\n"},
    {"class A\n  pass\n",
     "  File \"test.py\", line 1\n    class A\n           ^\nSyntaxError: expected ':'\n"},
    {"def f()\n  pass\n",
     "  File \"test.py\", line 1\n    def f()\n           ^\nSyntaxError: expected ':'\n"},
    {"\001\n",
     "  File \"test.py\", line 1\n    \001\n    ^\nSyntaxError: invalid non-printable character "
     "U+0001\n"},
    {"a\302\240b\n",
     "  File \"test.py\", line 1\n    a\302\240b\n     ^\nSyntaxError: invalid non-printable cha"
     "racter U+00A0\n"},
    {"for\n", "  File \"test.py\", line 1\n    for\n       ^\nSyntaxError: invalid syntax\n"},
    {"   x", "  File \"test.py\", line 1\n    x\nIndentationError: unexpected indent\n"},
    {"if a:\n",
     "  File \"test.py\", line 1\n    if a:\nIndentationError: expected an indented block after "
     "'if' statement on line 1\n"},
    {"if a:",
     "  File \"test.py\", line 1\n    if a:\nIndentationError: expected an indented block after "
     "'if' statement on line 1\n"},
    {"x ! y\n", "  File \"test.py\", line 1\n    x ! y\n      ^\nSyntaxError: invalid syntax\n"},
    {"x = \"a\\\n",
     "  File \"test.py\", line 1\n    x = \"a\\\n        ^\nSyntaxError: unterminated string lit"
     "eral (detected at line 1)\n"},
    {"\342\200\213\n",
     "  File \"test.py\", line 1\n    \342\200\213\n    ^\nSyntaxError: invalid non-printable ch"
     "aracter U+200B\n"},
    {"\"\"\"a\\N{x",
     "  File \"test.py\", line 1\n    \"\"\"a\\N{x\n    ^\nSyntaxError: unterminated triple-quot"
     "ed string literal (detected at line 1)\n"},
    {"!a\n", "  File \"test.py\", line 1\n    !a\n    ^\nSyntaxError: invalid syntax\n"},
    {"a!\n", "  File \"test.py\", line 1\n    a!\n     ^\nSyntaxError: invalid syntax\n"},
    {"?\n", "  File \"test.py\", line 1\n    ?\n    ^\nSyntaxError: invalid syntax\n"},
    {"del f()\n",
     "  File \"test.py\", line 1\n    del f()\n        ^^^\nSyntaxError: cannot delete function "
     "call\n"},
    {"for f() in x: pass\n",
     "  File \"test.py\", line 1\n    for f() in x: pass\n        ^^^\nSyntaxError: cannot assig"
     "n to function call\n"},
    {"with a as f(): pass\n",
     "  File \"test.py\", line 1\n    with a as f(): pass\n              ^^^\nSyntaxError: canno"
     "t assign to function call\n"},
    {"((((((",
     "  File \"test.py\", line 1\n    ((((((\n         ^\nSyntaxError: '(' was never closed\n"},
    {"x = [1,\n\n\n",
     "  File \"test.py\", line 1\n    x = [1,\n        ^\nSyntaxError: '[' was never closed\n"},
    {"{1:2, 3}",
     "  File \"test.py\", line 1\n    {1:2, 3}\n          ^\nSyntaxError: ':' expected after dic"
     "tionary key\n"},
    {"{1:}",
     "  File \"test.py\", line 1\n    {1:}\n      ^\nSyntaxError: expression expected after dict"
     "ionary key and ':'\n"},
    {"a = 1 +\n",
     "  File \"test.py\", line 1\n    a = 1 +\n           ^\nSyntaxError: invalid syntax\n"},
    {"0_7\n",
     "  File \"test.py\", line 1\n    0_7\n    ^^\nSyntaxError: leading zeros in decimal integer"
     " literals are not permitted; use an 0o prefix for octal integers\n"},
    {"1.2.3\n", "  File \"test.py\", line 1\n    1.2.3\n       ^^\nSyntaxError: invalid syntax\n"},
    {"0xFFg\n",
     "  File \"test.py\", line 1\n    0xFFg\n       ^\nSyntaxError: invalid hexadecimal literal"
     "\n"},
    {"1_000_\n",
     "  File \"test.py\", line 1\n    1_000_\n         ^\nSyntaxError: invalid decimal literal\n"},
    {"1e\n", "  File \"test.py\", line 1\n    1e\n    ^\nSyntaxError: invalid decimal literal\n"},
    {"1e+\n",
     "  File \"test.py\", line 1\n    1e+\n      ^\nSyntaxError: invalid decimal literal\n"},
    {"  \357\273\277",
     "  File \"test.py\", line 1\n    \357\273\277\nIndentationError: unexpected indent\n"},
    {"x\\ \n",
     "  File \"test.py\", line 1\n    x\\ \n      ^\nSyntaxError: unexpected character after lin"
     "e continuation character\n"},
    {"@\n", "  File \"test.py\", line 1\n    @\n     ^\nSyntaxError: invalid syntax\n"},
    {"<>\n", "  File \"test.py\", line 1\n    <>\n    ^^\nSyntaxError: invalid syntax\n"},
    {"a <> b\n", "  File \"test.py\", line 1\n    a <> b\n      ^^\nSyntaxError: invalid syntax\n"},
    {"a -> b\n", "  File \"test.py\", line 1\n    a -> b\n      ^^\nSyntaxError: invalid syntax\n"},
    {"a := 1\n", "  File \"test.py\", line 1\n    a := 1\n      ^^\nSyntaxError: invalid syntax\n"},
    {"(a.b := 1)\n",
     "  File \"test.py\", line 1\n    (a.b := 1)\n     ^^^\nSyntaxError: cannot use assignment e"
     "xpressions with attribute\n"},
    {"while x = 3: pass\n",
     "  File \"test.py\", line 1\n    while x = 3: pass\n          ^^^^^\nSyntaxError: invalid s"
     "yntax. Maybe you meant '==' or ':=' instead of '='?\n"},
    {"f(a=1, b)\n",
     "  File \"test.py\", line 1\n    f(a=1, b)\n            ^\nSyntaxError: positional argument"
     " follows keyword argument\n"},
    {"f(**k, *a)\n",
     "  File \"test.py\", line 1\n    f(**k, *a)\n           ^\nSyntaxError: iterable argument u"
     "npacking follows keyword argument unpacking\n"},
    {"f(a for a in b, c)\n",
     "  File \"test.py\", line 1\n    f(a for a in b, c)\n      ^^^^^^^^^^^^\nSyntaxError: Gener"
     "ator expression must be parenthesized\n"},
    {"f(a.b=1)\n",
     "  File \"test.py\", line 1\n    f(a.b=1)\n      ^^^^\nSyntaxError: expression cannot conta"
     "in assignment, perhaps you meant \"==\"?\n"},
    {"f(True=1)\n",
     "  File \"test.py\", line 1\n    f(True=1)\n      ^^^^^\nSyntaxError: cannot assign to True"
     "\n"},
    {"lambda x=1, y: 0\n",
     "  File \"test.py\", line 1\n    lambda x=1, y: 0\n                ^\nSyntaxError: non-defa"
     "ult argument follows default argument\n"},
    {"def f(x=1, y): pass\n",
     "  File \"test.py\", line 1\n    def f(x=1, y): pass\n               ^\nSyntaxError: non-de"
     "fault argument follows default argument\n"},
    {"def f(*): pass\n",
     "  File \"test.py\", line 1\n    def f(*): pass\n          ^\nSyntaxError: named arguments "
     "must follow bare *\n"},
    {"def f(**k, a): pass\n",
     "  File \"test.py\", line 1\n    def f(**k, a): pass\n               ^\nSyntaxError: argume"
     "nts cannot follow var-keyword argument\n"},
    {"def f(a, (b, c)): pass\n",
     "  File \"test.py\", line 1\n    def f(a, (b, c)): pass\n             ^^^^^^\nSyntaxError: "
     "Function parameters cannot be parenthesized\n"},
    {"try:\n pass\n",
     "  File \"test.py\", line 2\n    pass\nSyntaxError: expected 'except' or 'finally' block\n"},
    {"try:\n pass\nx\n",
     "  File \"test.py\", line 3\n    x\n    ^\nSyntaxError: expected 'except' or 'finally' bloc"
     "k\n"},
    {"try\n", "  File \"test.py\", line 1\n    try\n       ^\nSyntaxError: expected ':'\n"},
    {"else:\n pass\n",
     "  File \"test.py\", line 1\n    else:\n    ^^^^\nSyntaxError: invalid syntax\n"},
    {"import a.b as c.d\n",
     "  File \"test.py\", line 1\n    import a.b as c.d\n                   ^\nSyntaxError: inva"
     "lid syntax\n"},
    {"from a import (b\n",
     "  File \"test.py\", line 1\n    from a import (b\n                  ^\nSyntaxError: '(' wa"
     "s never closed\n"},
    {"from a import b,\n",
     "  File \"test.py\", line 1\n    from a import b,\n                    ^\nSyntaxError: trai"
     "ling comma not allowed without surrounding parentheses\n"},
    {"from . import\n",
     "  File \"test.py\", line 1\n    from . import\n                 ^\nSyntaxError: invalid sy"
     "ntax\n"},
    {"from a import *, b\n",
     "  File \"test.py\", line 1\n    from a import *, b\n                   ^\nSyntaxError: inv"
     "alid syntax\n"},
    {"global x.y\n",
     "  File \"test.py\", line 1\n    global x.y\n            ^\nSyntaxError: invalid syntax\n"},
    {"return = 1\n",
     "  File \"test.py\", line 1\n    return = 1\n           ^\nSyntaxError: invalid syntax\n"},
    {"None = 1\n",
     "  File \"test.py\", line 1\n    None = 1\n    ^^^^\nSyntaxError: cannot assign to None\n"},
    {"a + 1 = 2\n",
     "  File \"test.py\", line 1\n    a + 1 = 2\n    ^^^^^\nSyntaxError: cannot assign to expres"
     "sion here. Maybe you meant '==' instead of '='?\n"},
    {"a += b += c\n",
     "  File \"test.py\", line 1\n    a += b += c\n           ^^\nSyntaxError: invalid syntax\n"},
    {"f() += 1\n",
     "  File \"test.py\", line 1\n    f() += 1\n    ^^^\nSyntaxError: 'function call' is an ille"
     "gal expression for augmented assignment\n"},
    {"(a, b) += 1\n",
     "  File \"test.py\", line 1\n    (a, b) += 1\n    ^^^^^^\nSyntaxError: 'tuple' is an illega"
     "l expression for augmented assignment\n"},
    {"[a for b in c] = 1\n",
     "  File \"test.py\", line 1\n    [a for b in c] = 1\n    ^^^^^^^^^^^^^^\nSyntaxError: canno"
     "t assign to list comprehension here. Maybe you meant '==' instead of '='?\n"},
    {"x: int: 3\n",
     "  File \"test.py\", line 1\n    x: int: 3\n          ^\nSyntaxError: invalid syntax\n"},
    {"(a, b): int\n",
     "  File \"test.py\", line 1\n    (a, b): int\n    ^^^^^^\nSyntaxError: only single target ("
     "not tuple) can be annotated\n"},
    {"a, b: int\n",
     "  File \"test.py\", line 1\n    a, b: int\n    ^\nSyntaxError: only single target (not tup"
     "le) can be annotated\n"},
    {"not x = 3\n",
     "  File \"test.py\", line 1\n    not x = 3\n    ^^^^^\nSyntaxError: cannot assign to expres"
     "sion\n"},
    {"a if b\n",
     "  File \"test.py\", line 1\n    a if b\n    ^^^^^^\nSyntaxError: expected 'else' after 'if"
     "' expression\n"},
    {"(a if b)\n",
     "  File \"test.py\", line 1\n    (a if b)\n     ^^^^^^\nSyntaxError: expected 'else' after "
     "'if' expression\n"},
    {"async x\n",
     "  File \"test.py\", line 1\n    async x\n          ^\nSyntaxError: invalid syntax\n"},
    {"nonlocal\n",
     "  File \"test.py\", line 1\n    nonlocal\n            ^\nSyntaxError: invalid syntax\n"},
    {"raise from x\n",
     "  File \"test.py\", line 1\n    raise from x\n          ^^^^\nSyntaxError: invalid syntax"
     "\n"},
    {"assert\n",
     "  File \"test.py\", line 1\n    assert\n          ^\nSyntaxError: invalid syntax\n"},
    {"print(*a b)\n",
     "  File \"test.py\", line 1\n    print(*a b)\n           ^^^\nSyntaxError: invalid syntax. "
     "Perhaps you forgot a comma?\n"},
    {"del *a\n",
     "  File \"test.py\", line 1\n    del *a\n        ^^\nSyntaxError: cannot delete starred\n"},
    {"except:\n",
     "  File \"test.py\", line 1\n    except:\n    ^^^^^^\nSyntaxError: invalid syntax\n"},
    {"with open(f) as g\n  pass\n",
     "  File \"test.py\", line 1\n    with open(f) as g\n                     ^\nSyntaxError: ex"
     "pected ':'\n"},
    {"x = 5, y = 6\n",
     "  File \"test.py\", line 1\n    x = 5, y = 6\n    ^^^^^\nSyntaxError: invalid syntax. Mayb"
     "e you meant '==' or ':=' instead of '='?\n"},
    {"from import a\n",
     "  File \"test.py\", line 1\n    from import a\n         ^^^^^^\nSyntaxError: invalid synta"
     "x\n"},
    {"f(a b c)\n",
     "  File \"test.py\", line 1\n    f(a b c)\n      ^^^\nSyntaxError: invalid syntax. Perhaps "
     "you forgot a comma?\n"},
    {"[a, b for a, b in c]\n",
     "  File \"test.py\", line 1\n    [a, b for a, b in c]\n     ^^^^\nSyntaxError: did you forg"
     "et parentheses around the comprehension target?\n"},
    {"[*a for a in b]\n",
     "  File \"test.py\", line 1\n    [*a for a in b]\n     ^^\nSyntaxError: iterable unpacking "
     "cannot be used in comprehension\n"},
    {"{**a for a in b}\n",
     "  File \"test.py\", line 1\n    {**a for a in b}\n     ^^\nSyntaxError: dict unpacking can"
     "not be used in dict comprehension\n"},
    {"(*a)\n",
     "  File \"test.py\", line 1\n    (*a)\n     ^^\nSyntaxError: cannot use starred expression "
     "here\n"},
    {"(**a)\n",
     "  File \"test.py\", line 1\n    (**a)\n     ^^\nSyntaxError: cannot use double starred exp"
     "ression here\n"},
    {"f(x for x in y, 1)\n",
     "  File \"test.py\", line 1\n    f(x for x in y, 1)\n      ^^^^^^^^^^^^\nSyntaxError: Gener"
     "ator expression must be parenthesized\n"},
    {"lambda a, (b, c): 0\n",
     "  File \"test.py\", line 1\n    lambda a, (b, c): 0\n              ^^^^^^\nSyntaxError: La"
     "mbda expression parameters cannot be parenthesized\n"},
    {"def f(a, /, b, /): pass\n",
     "  File \"test.py\", line 1\n    def f(a, /, b, /): pass\n                   ^\nSyntaxError"
     ": / may appear only once\n"},
    {"def f(a, *b, *c): pass\n",
     "  File \"test.py\", line 1\n    def f(a, *b, *c): pass\n                 ^\nSyntaxError: *"
     " argument may appear only once\n"},
    {"def f(a=): pass\n",
     "  File \"test.py\", line 1\n    def f(a=): pass\n           ^\nSyntaxError: expected defau"
     "lt value expression\n"},
    {"def f(*a=1): pass\n",
     "  File \"test.py\", line 1\n    def f(*a=1): pass\n            ^\nSyntaxError: var-positio"
     "nal argument cannot have default value\n"},
    {"def f(/, a): pass\n",
     "  File \"test.py\", line 1\n    def f(/, a): pass\n          ^\nSyntaxError: at least one "
     "argument must precede /\n"},
    {"except_ = 1\nif x:\npass\n",
     "  File \"test.py\", line 3\n    pass\n    ^\nIndentationError: expected an indented block "
     "after 'if' statement on line 2\n"},
    {"class A:\nx\n",
     "  File \"test.py\", line 2\n    x\n    ^\nIndentationError: expected an indented block aft"
     "er class definition on line 1\n"},
    {"for x in y\n  pass\n",
     "  File \"test.py\", line 1\n    for x in y\n              ^\nSyntaxError: expected ':'\n"},
    {"if x:\n  a\n   b\n",
     "  File \"test.py\", line 3\n    b\nIndentationError: unexpected indent\n"},
    {"a = (b\nc = d\n",
     "  File \"test.py\", line 1\n    a = (b\n        ^\nSyntaxError: '(' was never closed\n"},
    {"print \"a\" % b\n",
     "  File \"test.py\", line 1\n    print \"a\" % b\n    ^^^^^^^^^^^^^\nSyntaxError: Missing p"
     "arentheses in call to 'print'. Did you mean print(...)?\n"},
    {"(print \"a\")\n",
     "  File \"test.py\", line 1\n    (print \"a\")\n     ^^^^^^^^^\nSyntaxError: Missing parent"
     "heses in call to 'print'. Did you mean print(...)?\n"},
    {"f(a=b for b in c)\n",
     "  File \"test.py\", line 1\n    f(a=b for b in c)\n      ^^\nSyntaxError: invalid syntax. "
     "Maybe you meant '==' or ':=' instead of '='?\n"},
    {"[x = 1]\n",
     "  File \"test.py\", line 1\n    [x = 1]\n     ^^^^^\nSyntaxError: invalid syntax. Maybe yo"
     "u meant '==' or ':=' instead of '='?\n"},
    {"x = yield = 1\n",
     "  File \"test.py\", line 1\n    x = yield = 1\n        ^^^^^\nSyntaxError: assignment to y"
     "ield expression not possible\n"},
    {"with a as f(): b\n",
     "  File \"test.py\", line 1\n    with a as f(): b\n              ^^^\nSyntaxError: cannot a"
     "ssign to function call\n"},
    {"1 + = 2\n",
     "  File \"test.py\", line 1\n    1 + = 2\n        ^\nSyntaxError: invalid syntax\n"},
    {"def 1(): pass\n",
     "  File \"test.py\", line 1\n    def 1(): pass\n        ^\nSyntaxError: invalid syntax\n"},
    {"class (A): pass\n",
     "  File \"test.py\", line 1\n    class (A): pass\n          ^\nSyntaxError: invalid syntax"
     "\n"},
    {"import\n",
     "  File \"test.py\", line 1\n    import\n          ^\nSyntaxError: invalid syntax\n"},
    {"from a import\n",
     "  File \"test.py\", line 1\n    from a import\n                 ^\nSyntaxError: invalid sy"
     "ntax\n"},
    {"return x y\n",
     "  File \"test.py\", line 1\n    return x y\n             ^\nSyntaxError: invalid syntax\n"},
    {"x = [1, 2\ny = 3\n",
     "  File \"test.py\", line 1\n    x = [1, 2\n        ^\nSyntaxError: '[' was never closed\n"},
    {"x = {1: 2,\n",
     "  File \"test.py\", line 1\n    x = {1: 2,\n        ^\nSyntaxError: '{' was never closed\n"},
    {"while True print(1)\n",
     "  File \"test.py\", line 1\n    while True print(1)\n               ^^^^^\nSyntaxError: in"
     "valid syntax\n"},
};

TEST(SyntaxProblem, IsPrintedAsCPythonPrintsIt) {
  for (const Wrong& wrong : kWrong)
    EXPECT_EQ(printed(wrong.program), wrong.printed) << wrong.program;
}

TEST(SyntaxProblem, WithoutTextThereAreNoCarets) {
  EXPECT_NE(printed("a = '\xff'\n").find("Non-UTF-8 code starting with '\\xff'"),
            std::string::npos);
}

// A search that goes back must not double its work at each level of nesting.
TEST(SyntaxProblem, NestingDoesNotMultiplyWork) {
  std::string loops, displays;
  for (int k = 0; k < 150; ++k) {
    loops += "[a for ";
    displays += "print {";
  }
  EXPECT_NE(printed(loops + "b c"), "");
  EXPECT_NE(printed(displays + "a +"), "");
}

TEST(SyntaxProblem, LongChainsAreErrors) {
  for (const char* link : {"2**", "not ", "1 if 2 else ", "lambda: ", "1+"}) {
    std::string program;
    for (int k = 0; k < 50000; ++k) program += link;
    EXPECT_NE(printed(program + "1\n"), "") << link;
  }
  std::string clauses = "if a: pass\n";
  for (int k = 0; k < 20000; ++k) clauses += "elif b: pass\n";
  EXPECT_NE(printed(clauses), "");
}

TEST(SyntaxProblem, FormatFieldsMayHoldTheirStringsQuote) {
  SourceFile source("test.py", "f'{a['b']}{'\\n'.join(c)}'\n");
  EXPECT_TRUE(parse_module(source).ok());
  SourceFile generator("test.py", "f'{x for x in y}'\n");
  EXPECT_TRUE(parse_module(generator).ok());
}

TEST(SyntaxProblem, OldEncodingsAreRead) {
  SourceFile source("test.py", "# -*- coding: latin-1 -*-\na = '\xe9'\n");
  ParseResult result = parse_module(source);
  ASSERT_TRUE(result.ok());
  EXPECT_EQ(Dumper().text(result.tree->root->list[0]->x), "Constant(value='\\xe9')");
}

}  // namespace
}  // namespace gilsim
