# the methods that change case
s = "hELLO wORLD ß"
print(s.upper(), s.lower(), s.title(), s.capitalize(), s.swapcase(), s.casefold())
# expect: HELLO WORLD SS hello world ß Hello World Ss Hello world ß Hello World SS hello world ss
