# sep, end and file of print
import sys, io
print(1, "a", None, sep="-", end="!\n")
print()
print("x", end="")
print("y", sep="")
buffer = io.StringIO()
print("to buffer", 5, file=buffer)
print(repr(buffer.getvalue()))
try:
    print(1, sep=5)
except TypeError as e:
    print(e)
# expect: 1-a-None!
# expect:
# expect: xy
# expect: 'to buffer 5\n'
# expect: sep must be None or a string, not int
