# unicodedata: categories, directions, widths and numbers of characters
import unicodedata as u

for c in "Aa1 ½²٣€一가\u0301\u00e9\n(\u05d0\u3000\ud800\U0001f600\u0378":
    print(ascii(c), u.category(c), u.bidirectional(c), u.combining(c), u.mirrored(c),
          ascii(u.decomposition(c)), u.decimal(c, None), u.digit(c, None), u.numeric(c, None))
print([u.east_asian_width(c) for c in "Aé€一가\u3000ｱ\uff21"])
print([u.decomposition(c) for c in "\u00a0\u00bd\ufb01\uac00\u1e69\u2460\ufe8d\uff21\u2126"])
print([u.numeric(c) for c in "\u2155\u0f33\u4e07\u2186"], type(u.numeric("1")), type(u.decimal("1")))
for call in (
    lambda: u.decimal("a"), lambda: u.digit("\u00bd"), lambda: u.numeric("x"), lambda: u.category("ab"),
    lambda: u.category(1), lambda: u.combining(""), lambda: u.decimal(None), lambda: u.digit(b"1"),
    lambda: u.decimal(), lambda: u.numeric("1", 2, 3),
):
    try:
        print(call())
    except (TypeError, ValueError) as error:
        print(type(error).__name__, error)
# expect: 'A' Lu L 0 0 '' None None None
# expect: 'a' Ll L 0 0 '' None None None
# expect: '1' Nd EN 0 0 '' 1 1 1.0
# expect: ' ' Zs WS 0 0 '' None None None
# expect: '\xbd' No ON 0 0 '<fraction> 0031 2044 0032' None None 0.5
# expect: '\xb2' No EN 0 0 '<super> 0032' None 2 2.0
# expect: '\u0663' Nd AN 0 0 '' 3 3 3.0
# expect: '\u20ac' Sc ET 0 0 '' None None None
# expect: '\u4e00' Lo L 0 0 '' None None 1.0
# expect: '\uac00' Lo L 0 0 '' None None None
# expect: '\u0301' Mn NSM 230 0 '' None None None
# expect: '\xe9' Ll L 0 0 '0065 0301' None None None
# expect: '\n' Cc B 0 0 '' None None None
# expect: '(' Ps ON 0 1 '' None None None
# expect: '\u05d0' Lo R 0 0 '' None None None
# expect: '\u3000' Zs WS 0 0 '<wide> 0020' None None None
# expect: '\ud800' Cs L 0 0 '' None None None
# expect: '\U0001f600' So ON 0 0 '' None None None
# expect: '\u0378' Cn  0 0 '' None None None
# expect: ['Na', 'A', 'A', 'W', 'W', 'F', 'H', 'F']
# expect: ['<noBreak> 0020', '<fraction> 0031 2044 0032', '<compat> 0066 0069', '', '1E63 0307', '<circle> 0031', '<isolated> 0627', '<wide> 0041', '03A9']
# expect: [0.2, -0.5, 10000.0, 50.0] <class 'float'> <class 'int'>
# expect: ValueError not a decimal
# expect: ValueError not a digit
# expect: ValueError not a numeric character
# expect: TypeError category() argument must be a unicode character, not str
# expect: TypeError category() argument must be a unicode character, not int
# expect: TypeError combining() argument must be a unicode character, not str
# expect: TypeError decimal() argument 1 must be a unicode character, not None
# expect: TypeError digit() argument 1 must be a unicode character, not bytes
# expect: TypeError decimal expected at least 1 argument, got 0
# expect: TypeError numeric expected at most 2 arguments, got 3
