# exit() and quit() raise SystemExit, as built-ins
for leave in (exit, quit):
    for args in ((), (3,), ("message",), (None,)):
        try:
            leave(*args)
        except SystemExit as e:
            print(repr(e), e.code)
# expect: SystemExit(None) None
# expect: SystemExit(3) 3
# expect: SystemExit('message') message
# expect: SystemExit(None) None
# expect: SystemExit(None) None
# expect: SystemExit(3) 3
# expect: SystemExit('message') message
# expect: SystemExit(None) None
exit(0)
print("not reached")
