# argv begins with the program's path; the streams can be written and replaced.
import sys

print(len(sys.argv), sys.argv[0].endswith("argv_and_streams.py"))
print(sys.stdout.write("text\n"))


class Upper:
    def __init__(self, inner):
        self.inner = inner

    def write(self, text):
        self.inner.write(text.upper())

    def flush(self):
        self.inner.flush()


real = sys.stdout
sys.stdout = Upper(real)
print("shouted")
sys.stdout = real
print("quiet", sys.maxsize, sys.byteorder)
print(sys.version_info[0], sys.version_info >= (3, 6), sys.version_info[:2] >= (3, 8))
# expect: 1 True
# expect: text
# expect: 5
# expect: SHOUTED
# expect: quiet 9223372036854775807 little
# expect: 3 True True
