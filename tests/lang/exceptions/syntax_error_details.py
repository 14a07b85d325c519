# SyntaxError of eval and exec says what is wrong, where, and in which line.
try:
    exec("def f():\n    x = = 3\n")
except SyntaxError as error:
    print(error.msg, error.lineno, error.offset, error.filename)
    print(error)
    print(len(error.args), error.args[1][:3])
# expect: invalid syntax 2 9 <string>
# expect: invalid syntax (<string>, line 2)
# expect: 2 ('<string>', 2, 9)
try:
    eval("(1,")
except SyntaxError as error:
    print(error)  # expect: '(' was never closed (<string>, line 1)
