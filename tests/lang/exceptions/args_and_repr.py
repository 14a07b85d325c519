# args, str and repr of exceptions
print(repr(ValueError()), str(ValueError()), repr(ValueError("a")), str(ValueError("a", 1)), repr(ValueError("a", 1)), ValueError("a", 1).args, str(KeyError("k")), str(OSError(2, "no")), OSError(2, "no").errno, repr(StopIteration(5)), StopIteration(5).value)
# expect: ValueError()  ValueError('a') ('a', 1) ValueError('a', 1) ('a', 1) 'k' [Errno 2] no 2 StopIteration(5) 5
