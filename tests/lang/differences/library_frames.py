# Library modules written in Python are named by their module in tracebacks, not by a file.
# oracle: skip
import threading
import traceback

try:
    threading.Thread(group=1)
except AssertionError as e:
    print("<threading>" in traceback.format_exc())  # expect: True
