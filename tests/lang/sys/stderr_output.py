# Standard error is apart from standard output.
# expect-stderr: a warning
import sys

print("a warning", file=sys.stderr)
print("an answer")  # expect: an answer
sys.stderr.write("more\n")
