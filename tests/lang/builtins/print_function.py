# print joins with sep, ends with end, and writes to any object with write().
import sys

print("a", 1, None, sep="-", end="!\n")
print()
print("no newline", end="")
print("", "x")
print(*[1, 2, 3], sep=", ")


class Sink:
    def __init__(self):
        self.parts = []

    def write(self, text):
        self.parts.append(text)


sink = Sink()
print("to", "sink", file=sink)
print(sink.parts)
print("flushed", flush=True)
print("direct", file=sys.stdout)
sys.stdout.write("written\n")
# expect: a-1-None!
# expect:
# expect: no newline x
# expect: 1, 2, 3
# expect: ['to', ' ', 'sink', '\n']
# expect: flushed
# expect: direct
# expect: written
