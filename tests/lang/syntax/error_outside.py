# return belongs into a function.
# expect-exit: 1
# expect-stderr: error_outside.py", line 5
# expect-stderr: SyntaxError: 'return' outside function
return 5
