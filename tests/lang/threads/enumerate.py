# active_count, current_thread, main_thread
import threading
print(threading.active_count(), threading.current_thread() is threading.main_thread(), threading.main_thread().name, len(threading.enumerate()))
# expect: 1 True MainThread 1
