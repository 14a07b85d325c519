# SystemExit can be caught, and is no Exception.
import sys

try:
    sys.exit(3)
except SystemExit as error:
    print("caught", error.code, error.args)  # expect: caught 3 (3,)
try:
    try:
        sys.exit()
    except Exception:
        print("never")
except SystemExit as error:
    print("base", error.code)  # expect: base None
try:
    raise SystemExit("text", 2)
except SystemExit as error:
    print(error.code)  # expect: ('text', 2)
sys.exit(None)
