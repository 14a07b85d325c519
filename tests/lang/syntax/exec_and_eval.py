# exec, eval and compile
ns = {"a": 1}
exec("b = a + 1\ndef f(): return b * 10", ns)
print(ns["b"], ns["f"](), eval("a + b", ns), eval("1 + 1"), eval(compile("[x for x in 'ab']", "<s>", "eval")))
for text in ("1 +", "x = 1", "def"):
    try:
        eval(text)
    except SyntaxError as e:
        print(e.msg, e.lineno)
# expect: 2 20 3 2 ['a', 'b']
# expect: invalid syntax 1
# expect: invalid syntax 1
# expect: invalid syntax 1
