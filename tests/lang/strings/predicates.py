# Tests of the kind of characters.
TEXTS = ["abc", "ABC", "123", "a1", " \t", "", "Title Case", "ñandú", "½", "²", "a_b", "1a"]
for text in TEXTS:
    print(repr(text), text.isalpha(), text.isdigit())
    print(text.isalnum(), text.isspace(), text.isupper())
    print(text.islower(), text.istitle(), text.isidentifier(), text.isnumeric(), text.isdecimal())
# expect: 'abc' True False
# expect: True False False
# expect: True False True False False
# expect: 'ABC' True False
# expect: True False True
# expect: False False True False False
# expect: '123' False True
# expect: True False False
# expect: False False False True True
# expect: 'a1' False False
# expect: True False False
# expect: True False True False False
# expect: ' \t' False False
# expect: False True False
# expect: False False False False False
# expect: '' False False
# expect: False False False
# expect: False False False False False
# expect: 'Title Case' False False
# expect: False False False
# expect: False True False False False
# expect: 'ñandú' True False
# expect: True False False
# expect: True False True False False
# expect: '½' False False
# expect: True False False
# expect: False False False True False
# expect: '²' False True
# expect: True False False
# expect: False False False True False
# expect: 'a_b' False False
# expect: False False False
# expect: True False True False False
# expect: '1a' False False
# expect: True False False
# expect: True False False False False
