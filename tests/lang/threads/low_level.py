# _thread starts functions without objects for them.
import _thread
import threading
import time

done = _thread.allocate_lock()
done.acquire()
seen = []


def work(a, b=None):
    seen.append((a, b, _thread.get_ident() != main))
    done.release()


main = _thread.get_ident()
print(isinstance(_thread.start_new_thread(work, (1,), {"b": 2}), int))  # expect: True
done.acquire()
print(seen, done.locked(), main == threading.get_ident(), type(done) is _thread.LockType)
# expect: [(1, 2, True)] True True True


def foreign():
    seen.append(threading.current_thread().name[:6])
    done.release()


_thread.start_new_thread(foreign, ())
done.acquire()
print(seen[1], threading.get_native_id() > 0)  # expect: Dummy- True
print(_thread.TIMEOUT_MAX > 1e6, _thread.error is RuntimeError)  # expect: True True
for wrong in (lambda: _thread.start_new_thread(5, ()), lambda: _thread.start_new_thread(work, [])):
    try:
        wrong()
    except TypeError as error:
        print(error)
        # expect: first arg must be callable
        # expect: 2nd arg must be a tuple
