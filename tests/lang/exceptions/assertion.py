# assert with and without message
for f in ("assert 1 == 2", "assert 0, 'text'", "assert [], (1, 2)", "assert 1"):
    try:
        exec(f)
        print("fine")
    except AssertionError as e:
        print(repr(e))
# expect: AssertionError()
# expect: AssertionError('text')
# expect: AssertionError((1, 2))
# expect: fine
