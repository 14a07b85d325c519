# with_traceback and __traceback__
try:
    1 / 0
except ZeroDivisionError as e:
    t = e.__traceback__
print(t.tb_lineno, t.tb_next, ValueError("x").with_traceback(t).__traceback__ is t, ValueError().__traceback__)
# expect: 3 None True None
