# sys.tracebacklimit: module traceback shows the outermost frames, an uncaught error the innermost ones.
# expect-exit: 1
# expect-stderr: , in inner
import sys
import traceback


def outer():
    inner()


def inner():
    raise ValueError("deep")


for sys.tracebacklimit in (1, 0):
    try:
        outer()
    except ValueError:
        print([row.split(" in ")[-1].split("\n")[0] for row in traceback.format_exc().splitlines(True)
               if row.startswith("  File")])
# expect: ['<module>']
# expect: []
sys.tracebacklimit = 1
outer()
