# SystemExit and sys.exit
import sys
for v in (None, 3, "text"):
    try:
        sys.exit(v)
    except SystemExit as e:
        print(repr(e), e.code)
# expect: SystemExit() None
# expect: SystemExit(3) 3
# expect: SystemExit('text') text
