# SIGINT calls the program's own handler; ignored signals do nothing
import os
import signal

signal.signal(signal.SIGINT, signal.default_int_handler)  # a shell's background job ignores it
print(signal.signal(signal.SIGINT, lambda number, frame: print("own")) is signal.default_int_handler)
# expect: True
os.kill(os.getpid(), signal.SIGINT)
# expect: own
signal.signal(signal.SIGINT, signal.SIG_IGN)
os.kill(os.getpid(), signal.SIGINT)
signal.signal(signal.SIGINT, signal.default_int_handler)
try:
    os.kill(os.getpid(), signal.SIGINT)
except KeyboardInterrupt:
    print("interrupted")
# expect: interrupted
