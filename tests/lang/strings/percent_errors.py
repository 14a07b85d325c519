# what % refuses
for f in (lambda: "%d" % "a", lambda: "%s %s" % (1,), lambda: "%s" % (1, 2), lambda: "%(a)s" % {}, lambda: "%q" % 1, lambda: "%" % (), lambda: "%c" % "ab", lambda: "%x" % 1.5, lambda: "%d" % None):
    try:
        print(f())
    except (TypeError, ValueError, KeyError) as e:
        print(type(e).__name__, e)
# expect: TypeError %d format: a real number is required, not str
# expect: TypeError not enough arguments for format string
# expect: TypeError not all arguments converted during string formatting
# expect: KeyError 'a'
# expect: ValueError unsupported format character 'q' (0x71) at index 1
# expect: ValueError incomplete format
# expect: TypeError %c requires int or char
# expect: TypeError %x format: an integer is required, not float
# expect: TypeError %d format: a real number is required, not NoneType
