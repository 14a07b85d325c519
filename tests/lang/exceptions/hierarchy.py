# the bases of built-in exceptions
for c in (KeyError, IndexError, ZeroDivisionError, FileNotFoundError, UnicodeDecodeError, RecursionError, NotImplementedError, ModuleNotFoundError, TimeoutError, BrokenPipeError, KeyboardInterrupt, StopIteration, TabError):
    print(" ".join(k.__name__ for k in c.__mro__[:-1]))
# expect: KeyError LookupError Exception BaseException
# expect: IndexError LookupError Exception BaseException
# expect: ZeroDivisionError ArithmeticError Exception BaseException
# expect: FileNotFoundError OSError Exception BaseException
# expect: UnicodeDecodeError UnicodeError ValueError Exception BaseException
# expect: RecursionError RuntimeError Exception BaseException
# expect: NotImplementedError RuntimeError Exception BaseException
# expect: ModuleNotFoundError ImportError Exception BaseException
# expect: TimeoutError OSError Exception BaseException
# expect: BrokenPipeError ConnectionError OSError Exception BaseException
# expect: KeyboardInterrupt BaseException
# expect: StopIteration Exception BaseException
# expect: TabError IndentationError SyntaxError Exception BaseException
