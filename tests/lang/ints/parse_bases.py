# int() of text with bases, prefixes, underscores and spaces
print(int("ff", 16), int("0b101", 0), int("0o17", 0), int(" 1_000 "), int("-0x1F", 16), int("z", 36))
for text, base in (("12", 2), ("", 10), ("1__0", 10), ("0x", 16), ("08", 0)):
    try:
        print(int(text, base))
    except ValueError as e:
        print(e)
# expect: 255 5 15 1000 -31 35
# expect: invalid literal for int() with base 2: '12'
# expect: invalid literal for int() with base 10: ''
# expect: invalid literal for int() with base 10: '1__0'
# expect: invalid literal for int() with base 16: '0x'
# expect: invalid literal for int() with base 0: '08'
