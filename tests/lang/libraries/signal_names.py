# signal: names, the handler of SIGINT; platform
import platform
import signal

print(signal.SIGINT, repr(signal.SIGTERM), signal.Signals(9).name)
print(callable(signal.default_int_handler))
print(platform.system(), platform.python_version().startswith("3."))
# expect: 2 <Signals.SIGTERM: 15> SIGKILL
# expect: True
# expect: Linux True
