# unicodedata: normal forms of texts
import unicodedata as u

FORMS = ("NFC", "NFD", "NFKC", "NFKD")
for text in ("abc", "\u00e9", "e\u0301", "\ufb01\u2460", "\uac01", "\u1100\u1161\u11a8", "a\u0323\u0301\u0302", "\u1e69s\u0307\u0323",
             "\u2126\u212b", "\u0344", "\ud800e\u0301\udc00", "\ud83d\ude00\u0301", "\U0001d15e", "\uff76\uff9e", ""):
    print(ascii(text), *[ascii(u.normalize(form, text)) for form in FORMS], [u.is_normalized(form, text) for form in FORMS])
text = "long \u00e9 " * 1000
print(len(text), len(u.normalize("NFD", text)), u.normalize("NFC", u.normalize("NFD", text)) == text)
print(len(u.normalize("NFKD", "\ufdfa" * 50)), u.normalize("NFC", text) is text)
for call in (
    lambda: u.normalize("NFX", "a"), lambda: u.normalize("nfc", "a"), lambda: u.normalize("NFKX", "a"), lambda: u.is_normalized("", "a"),
    lambda: u.normalize(1, "a"), lambda: u.normalize("NFC", b"a"), lambda: u.is_normalized("NFC", None), lambda: u.normalize("NFC"),
    lambda: u.normalize("X", ""),
):
    try:
        print(ascii(call()))
    except (TypeError, ValueError) as error:
        print(type(error).__name__, error)
# expect: 'abc' 'abc' 'abc' 'abc' 'abc' [True, True, True, True]
# expect: '\xe9' '\xe9' 'e\u0301' '\xe9' 'e\u0301' [True, False, True, False]
# expect: 'e\u0301' '\xe9' 'e\u0301' '\xe9' 'e\u0301' [False, True, False, True]
# expect: '\ufb01\u2460' '\ufb01\u2460' '\ufb01\u2460' 'fi1' 'fi1' [True, True, False, False]
# expect: '\uac01' '\uac01' '\u1100\u1161\u11a8' '\uac01' '\u1100\u1161\u11a8' [True, False, True, False]
# expect: '\u1100\u1161\u11a8' '\uac01' '\u1100\u1161\u11a8' '\uac01' '\u1100\u1161\u11a8' [False, True, False, True]
# expect: 'a\u0323\u0301\u0302' '\u1ea1\u0301\u0302' 'a\u0323\u0301\u0302' '\u1ea1\u0301\u0302' 'a\u0323\u0301\u0302' [False, True, False, True]
# expect: '\u1e69s\u0307\u0323' '\u1e69\u1e69' 's\u0323\u0307s\u0323\u0307' '\u1e69\u1e69' 's\u0323\u0307s\u0323\u0307' [False, False, False, False]
# expect: '\u2126\u212b' '\u03a9\xc5' '\u03a9A\u030a' '\u03a9\xc5' '\u03a9A\u030a' [False, False, False, False]
# expect: '\u0344' '\u0308\u0301' '\u0308\u0301' '\u0308\u0301' '\u0308\u0301' [False, False, False, False]
# expect: '\ud800e\u0301\udc00' '\ud800\xe9\udc00' '\ud800e\u0301\udc00' '\ud800\xe9\udc00' '\ud800e\u0301\udc00' [False, True, False, True]
# expect: '\ud83d\ude00\u0301' '\ud83d\ude00\u0301' '\ud83d\ude00\u0301' '\ud83d\ude00\u0301' '\ud83d\ude00\u0301' [True, True, True, True]
# expect: '\U0001d15e' '\U0001d157\U0001d165' '\U0001d157\U0001d165' '\U0001d157\U0001d165' '\U0001d157\U0001d165' [False, False, False, False]
# expect: '\uff76\uff9e' '\uff76\uff9e' '\uff76\uff9e' '\u30ac' '\u30ab\u3099' [True, True, False, False]
# expect: '' '' '' '' '' [True, True, True, True]
# expect: 7000 8000 True
# expect: 900 True
# expect: ValueError invalid normalization form
# expect: ValueError invalid normalization form
# expect: ValueError invalid normalization form
# expect: ValueError invalid normalization form
# expect: TypeError normalize() argument 1 must be str, not int
# expect: TypeError normalize() argument 2 must be str, not bytes
# expect: TypeError is_normalized() argument 2 must be str, not None
# expect: TypeError normalize expected 2 arguments, got 1
# expect: ''
