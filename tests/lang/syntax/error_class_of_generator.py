# A generator expression is no list of bases
class A(x for x in y): pass
# expect-exit: 1
# expect-stderr: SyntaxError: invalid syntax
