# A bracket that is never closed.
# expect-exit: 1
# expect-stderr: error_unclosed.py", line 5
# expect-stderr: SyntaxError: '(' was never closed
print((1, 2)
x = 3
