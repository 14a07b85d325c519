# sys.exit(TEXT) prints the text on standard error and ends with 1.
# expect-exit: 1
# expect-stderr: something is wrong
import sys

print("begin")  # expect: begin
sys.exit("something is wrong")
