# A block without its indentation.
# expect-exit: 1
# expect-stderr: error_indentation.py", line 6
# expect-stderr: IndentationError: expected an indented block after 'if' statement on line 5
if True:
print("x")
