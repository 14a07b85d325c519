# what a SyntaxError says
for text in ("a b", "x = (1", "'abc", "if 1:\npass", "1 = 2", "f(a=1, a=2)", "def f(a, a): pass", "break", "return", "x = 08", "a ? b", "for x in: pass", "*a", "import", "lambda: (yield) = 1", "nonlocal q", "else: pass", "print 1"):
    try:
        compile(text, "file.py", "exec")
    except SyntaxError as e:
        print(type(e).__name__, e.msg, e.lineno, e.offset)
# expect: SyntaxError invalid syntax 1 3
# expect: SyntaxError '(' was never closed 1 5
# expect: SyntaxError unterminated string literal (detected at line 1) 1 1
# expect: IndentationError expected an indented block after 'if' statement on line 1 2 1
# expect: SyntaxError cannot assign to literal here. Maybe you meant '==' instead of '='? 1 1
# expect: SyntaxError keyword argument repeated: a 1 8
# expect: SyntaxError duplicate argument 'a' in function definition 1 10
# expect: SyntaxError 'break' outside loop 1 1
# expect: SyntaxError 'return' outside function 1 1
# expect: SyntaxError leading zeros in decimal integer literals are not permitted; use an 0o prefix for octal integers 1 5
# expect: SyntaxError invalid syntax 1 3
# expect: SyntaxError invalid syntax 1 9
# expect: SyntaxError can't use starred expression here 1 1
# expect: SyntaxError invalid syntax 1 7
# expect: SyntaxError cannot assign to lambda 1 1
# expect: SyntaxError nonlocal declaration not allowed at module level 1 1
# expect: SyntaxError invalid syntax 1 1
# expect: SyntaxError Missing parentheses in call to 'print'. Did you mean print(...)? 1 1
