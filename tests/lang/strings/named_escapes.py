# \N{NAME} is a character by its name, in upper or lower case, or by an alias of it.
print(ascii("\N{EURO SIGN}\N{greek small letter alpha} \N{GRINNING FACE}"))
print(ascii("a\N{LATIN SMALL LETTER E WITH ACUTE}b" "\N{HANGUL SYLLABLE GAG}" '\N{CJK UNIFIED IDEOGRAPH-4E00}'))
print(ascii("""\N{LF}\N{line feed}\N{NULL}\N{BYTE ORDER MARK}\N{VS1}\N{vs256}\N{LATIN CAPITAL LETTER GHA}"""))
print(r"\N{EURO SIGN}", rb"\N{EURO SIGN}", b"\N{EURO SIGN}", "\\N{EURO SIGN}")
# In an f-string, its braces are no field.
x = 3
print(ascii(f"\N{EURO SIGN}{x}{{\N{EURO SIGN}}}"), ascii(f"{x:\N{EURO SIGN}>4}"), rf"\N{x}", f"\\N{x}")
print(ascii(f'''{x}\N{BULLET}''' "\N{BULLET}"), len(f"\N{LATIN SMALL LETTER A}{x}\N{BOM}"))
# expect: '\u20ac\u03b1 \U0001f600'
# expect: 'a\xe9b\uac01\u4e00'
# expect: '\n\n\x00\ufeff\ufe00\U000e01ef\u01a2'
# expect: \N{EURO SIGN} b'\\N{EURO SIGN}' b'\\N{EURO SIGN}' \N{EURO SIGN}
# expect: '\u20ac3{\u20ac}' '\u20ac\u20ac\u20ac3' \N3 \N3
# expect: '3\u2022\u2022' 3
