# strip, lstrip and rstrip with sets of characters
print([" \tx\n".strip(), "xxabxx".strip("x"), "abcba".lstrip("ab"), "abcba".rstrip("ab"), "xyz".strip("")])
# expect: ['x', 'ab', 'cba', 'abc', 'xyz']
