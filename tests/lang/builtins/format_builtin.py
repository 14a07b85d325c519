# format()
print(format(5, "03d"), format("a", ">3"), format(2.5), format(255, "x"), format(None, ""))
try:
    format([], "d")
except TypeError as e:
    print(e)
# expect: 005   a 2.5 ff None
# expect: unsupported format string passed to list.__format__
