# unicodedata: names of characters and characters by name
import unicodedata as u

for c in "aÉ€\u03b1가一\ufeff\U0001f600\u3400\ud7a3\u0f60":
    print(u.name(c), u.lookup(u.name(c)) == c)
print(u.name("\n", None), u.name("\ue000", "-"), u.name("\ud800", "-"), u.name("\u0378", 5))
print(ascii([u.lookup(name) for name in ("euro sign", "LINE FEED", "nbsp", "VS17", "Latin Capital Letter Gha")]))
print(ascii(u.lookup("KEYCAP DIGIT ONE")), ascii(u.lookup("tamil syllable kaa")), u.lookup(b"EURO SIGN"))
for call in (
    lambda: u.name("\n"), lambda: u.name("ab"), lambda: u.name(97), lambda: u.name(), lambda: u.lookup("XX"),
    lambda: u.lookup(""), lambda: u.lookup("A" * 300), lambda: u.lookup("hangul syllable gag"), lambda: u.lookup(1),
    lambda: u.lookup("CJK UNIFIED IDEOGRAPH-0041"),
):
    try:
        print(call())
    except (KeyError, TypeError, ValueError) as error:
        print(type(error).__name__, error)
print(type(u.unidata_version), u.unidata_version >= "14.0.0")
# expect: LATIN SMALL LETTER A True
# expect: LATIN CAPITAL LETTER E WITH ACUTE True
# expect: EURO SIGN True
# expect: GREEK SMALL LETTER ALPHA True
# expect: HANGUL SYLLABLE GA True
# expect: CJK UNIFIED IDEOGRAPH-4E00 True
# expect: ZERO WIDTH NO-BREAK SPACE True
# expect: GRINNING FACE True
# expect: CJK UNIFIED IDEOGRAPH-3400 True
# expect: HANGUL SYLLABLE HIH True
# expect: TIBETAN LETTER -A True
# expect: None - - 5
# expect: ['\u20ac', '\n', '\xa0', '\U000e0100', '\u01a2']
# expect: '1\ufe0f\u20e3' '\u0b95\u0bbe' €
# expect: ValueError no such name
# expect: TypeError name() argument 1 must be a unicode character, not str
# expect: TypeError name() argument 1 must be a unicode character, not int
# expect: TypeError name expected at least 1 argument, got 0
# expect: KeyError "undefined character name 'XX'"
# expect: KeyError "undefined character name ''"
# expect: KeyError 'name too long'
# expect: KeyError "undefined character name 'hangul syllable gag'"
# expect: TypeError a bytes-like object is required, not 'int'
# expect: KeyError "undefined character name 'CJK UNIFIED IDEOGRAPH-0041'"
# expect: <class 'str'> True
