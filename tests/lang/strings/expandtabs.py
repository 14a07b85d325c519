# expandtabs counts columns
print(["a\tb".expandtabs(), "a\tb\tc".expandtabs(4), "ab\n\tc".expandtabs(3), "\t".expandtabs(0)])
# expect: ['a       b', 'a   b   c', 'ab\n   c', '']
