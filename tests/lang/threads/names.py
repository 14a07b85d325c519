# Threads are numbered and named after their target.
import threading


def work():
    pass


a = threading.Thread(target=work)
b = threading.Thread(target=lambda: None)
c = threading.Thread()
d = threading.Thread(target=work, name="own")
print(a.name, b.name, c.name, d.name, threading.current_thread().name)
# expect: Thread-1 (work) Thread-2 (<lambda>) Thread-3 own MainThread
a.name = "renamed"
print(a.name, a.name, repr(a), repr(threading.main_thread()).split(" ")[0])
# expect: renamed renamed <Thread(renamed, initial)> <_MainThread(MainThread,
print(threading.current_thread() is threading.main_thread(), threading.active_count())
# expect: True 1
print([t.name for t in threading.enumerate()])  # expect: ['MainThread']
