# Names that are not known, named sequences, and escapes \N without a name are errors.
for body in (
    r"\N{NO NAME}", r"ab\N{EURO SIGN}\N{euro-sign}", r"\N", r"\N{", r"\N{}", r"x\N{EURO SIGN", r"\NX",
    r"\N {EURO SIGN}", r"\N{ EURO SIGN}", r"\N{EURO  SIGN}", r"\N{hangul syllable gag}",
    r"\N{CJK UNIFIED IDEOGRAPH-4e00}", r"\N{KEYCAP DIGIT ONE}", r"\N{<control-0041>}", r"\N{VS0}",
    r"\N{VS257}", "\u00e9\u20ac\\N{NO NAME}", "\\\u00e9\\N", "a\n\\N{NO NAME}", "\u00e9\\x1",
):
    for prefix in ("", "f", "f'{1}' f"):
        try:
            eval(prefix + '"""' + body + '"""')
        except SyntaxError as error:
            if not prefix:
                message = error.msg
                print(message)
            elif error.msg != message:
                print(prefix, error.msg)
for text in (r'f"{1}{{\N{NO NAME}"', r'f"{1:\N{NO NAME}}"', r'f"\N{NO NAME{2}"', r'f"\N}"', r'f"{1:\N{EURO"'):
    try:
        eval(text)
    except SyntaxError as error:
        print(error.msg)
# expect: (unicode error) 'unicodeescape' codec can't decode bytes in position 0-10: unknown Unicode character name
# expect: (unicode error) 'unicodeescape' codec can't decode bytes in position 15-27: unknown Unicode character name
# expect: (unicode error) 'unicodeescape' codec can't decode bytes in position 0-1: malformed \N character escape
# expect: (unicode error) 'unicodeescape' codec can't decode bytes in position 0-2: malformed \N character escape
# expect: (unicode error) 'unicodeescape' codec can't decode bytes in position 0-2: malformed \N character escape
# expect: (unicode error) 'unicodeescape' codec can't decode bytes in position 1-12: malformed \N character escape
# expect: (unicode error) 'unicodeescape' codec can't decode bytes in position 0-1: malformed \N character escape
# expect: (unicode error) 'unicodeescape' codec can't decode bytes in position 0-1: malformed \N character escape
# expect: (unicode error) 'unicodeescape' codec can't decode bytes in position 0-13: unknown Unicode character name
# expect: (unicode error) 'unicodeescape' codec can't decode bytes in position 0-13: unknown Unicode character name
# expect: (unicode error) 'unicodeescape' codec can't decode bytes in position 0-22: unknown Unicode character name
# expect: (unicode error) 'unicodeescape' codec can't decode bytes in position 0-29: unknown Unicode character name
# expect: (unicode error) 'unicodeescape' codec can't decode bytes in position 0-19: unknown Unicode character name
# expect: (unicode error) 'unicodeescape' codec can't decode bytes in position 0-17: unknown Unicode character name
# expect: (unicode error) 'unicodeescape' codec can't decode bytes in position 0-6: unknown Unicode character name
# expect: (unicode error) 'unicodeescape' codec can't decode bytes in position 0-8: unknown Unicode character name
# expect: (unicode error) 'unicodeescape' codec can't decode bytes in position 20-30: unknown Unicode character name
# expect: (unicode error) 'unicodeescape' codec can't decode bytes in position 16-17: malformed \N character escape
# expect: (unicode error) 'unicodeescape' codec can't decode bytes in position 2-12: unknown Unicode character name
# expect: (unicode error) 'unicodeescape' codec can't decode bytes in position 10-12: truncated \xXX escape
# expect: (unicode error) 'unicodeescape' codec can't decode bytes in position 0-10: unknown Unicode character name
# expect: (unicode error) 'unicodeescape' codec can't decode bytes in position 0-10: unknown Unicode character name
# expect: (unicode error) 'unicodeescape' codec can't decode bytes in position 0-12: unknown Unicode character name
# expect: (unicode error) 'unicodeescape' codec can't decode bytes in position 0-1: malformed \N character escape
# expect: (unicode error) 'unicodeescape' codec can't decode bytes in position 0-6: malformed \N character escape
