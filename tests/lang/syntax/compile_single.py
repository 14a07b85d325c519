# compile(..., "single"): one statement, or some in a line; shows what expressions give.
space = {}
for text in ("x = 3", "x", "x; x + 1", "None", "for k in range(2):\n    k\n",
             "'doc'", "x = 1\ny = 2\n",
             "", "(", "if x: x\n"):
    try:
        exec(compile(text, "<typed>", "single"), space)
    except SyntaxError as error:
        print("SyntaxError:", error.msg)
# expect: 3
# expect: 3
# expect: 4
# expect: 0
# expect: 1
# expect: 'doc'
# expect: SyntaxError: multiple statements found while compiling a single statement
# expect: SyntaxError: invalid syntax
# expect: SyntaxError: '(' was never closed
# expect: 3
print("__doc__" in space)  # expect: False
try:
    compile("1", "f", "other")
except ValueError as error:
    print(error)  # expect: compile() mode must be 'exec', 'eval' or 'single'
