# How the built-in exceptions derive from each other.
def line(cls):
    return " < ".join(c.__name__ for c in cls.__mro__[:-1])


for cls in (
    KeyError,
    IndexError,
    ZeroDivisionError,
    OverflowError,
    FileNotFoundError,
    UnboundLocalError,
    NotImplementedError,
    RecursionError,
    StopIteration,
    GeneratorExit,
    KeyboardInterrupt,
    SystemExit,
    UnicodeDecodeError,
    ModuleNotFoundError,
    AssertionError,
    IndentationError,
    TimeoutError,
    BrokenPipeError,
    EOFError,
    MemoryError,
    DeprecationWarning,
):
    print(line(cls))
    # expect: KeyError < LookupError < Exception < BaseException
    # expect: IndexError < LookupError < Exception < BaseException
    # expect: ZeroDivisionError < ArithmeticError < Exception < BaseException
    # expect: OverflowError < ArithmeticError < Exception < BaseException
    # expect: FileNotFoundError < OSError < Exception < BaseException
    # expect: UnboundLocalError < NameError < Exception < BaseException
    # expect: NotImplementedError < RuntimeError < Exception < BaseException
    # expect: RecursionError < RuntimeError < Exception < BaseException
    # expect: StopIteration < Exception < BaseException
    # expect: GeneratorExit < BaseException
    # expect: KeyboardInterrupt < BaseException
    # expect: SystemExit < BaseException
    # expect: UnicodeDecodeError < UnicodeError < ValueError < Exception < BaseException
    # expect: ModuleNotFoundError < ImportError < Exception < BaseException
    # expect: AssertionError < Exception < BaseException
    # expect: IndentationError < SyntaxError < Exception < BaseException
    # expect: TimeoutError < OSError < Exception < BaseException
    # expect: BrokenPipeError < ConnectionError < OSError < Exception < BaseException
    # expect: EOFError < Exception < BaseException
    # expect: MemoryError < Exception < BaseException
    # expect: DeprecationWarning < Warning < Exception < BaseException
print(OSError is IOError, EnvironmentError is OSError)  # expect: True True
