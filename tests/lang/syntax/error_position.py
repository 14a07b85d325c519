# A syntax error is reported with file, line and caret before anything runs.
# expect-exit: 1
# expect-stderr: error_position.py", line 7
# expect-stderr: ^
# expect-stderr: SyntaxError: invalid syntax
print("nothing runs")
x = 1 +* 2
