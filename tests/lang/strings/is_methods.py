# the methods that ask about all characters
for s in ("abc", "ABC", "12", "a1", " ", "", "Ab", "ab_1", "1a", "\u00bd", "\n"):
    print(repr(s), s.isalpha(), s.isdigit(), s.isalnum(), s.isspace(), s.islower(), s.isupper(), s.istitle(), s.isidentifier(), s.isnumeric(), s.isprintable(), s.isascii())
# expect: 'abc' True False True False True False False True False True True
# expect: 'ABC' True False True False False True False True False True True
# expect: '12' False True True False False False False False True True True
# expect: 'a1' False False True False True False False True False True True
# expect: ' ' False False False True False False False False False True True
# expect: '' False False False False False False False False False True True
# expect: 'Ab' True False True False False False True True False True True
# expect: 'ab_1' False False False False True False False True False True True
# expect: '1a' False False True False True False False False False True True
# expect: '½' False False True False False False False False True True False
# expect: '\n' False False False True False False False False False False True
