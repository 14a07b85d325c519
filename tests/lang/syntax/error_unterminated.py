# A string that does not end on its line.
# expect-exit: 1
# expect-stderr: error_unterminated.py", line 5
# expect-stderr: SyntaxError: unterminated string literal
print("abc)
