# With MULTILINE, ^ matches behind every line end, also the last
import re

print(re.findall("^.*$", "a\nb\n", re.M))  # expect: ['a', 'b', '']
print(re.sub("(?m)^", "> ", "a\nb\n").splitlines())  # expect: ['> a', '> b', '> ']
