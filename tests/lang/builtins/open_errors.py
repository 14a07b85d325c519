# What open() refuses
try:
    open()
except TypeError as error:
    print(error)  # expect: open() missing required argument 'file' (pos 1)
for mode in ("r", "rb"):
    try:
        open(".", mode)
    except IsADirectoryError as error:
        print(error)
# expect: [Errno 21] Is a directory: '.'
# expect: [Errno 21] Is a directory: '.'
try:
    sorted()
except TypeError as error:
    print(error)  # expect: sorted expected 1 argument, got 0
