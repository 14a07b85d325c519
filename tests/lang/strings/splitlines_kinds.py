# splitlines knows all line ends
print("a\nb\r\nc\rd\x0be\u2028f".splitlines(), "a\n\nb\n".splitlines(True), "".splitlines())
# expect: ['a', 'b', 'c', 'd', 'e', 'f'] ['a\n', '\n', 'b\n'] []
