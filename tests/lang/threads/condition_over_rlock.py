# wait gives back every level of an RLock and takes them all again.
import threading

condition = threading.Condition(threading.RLock())
log = []


def notifier():
    with condition:
        log.append("notifier has the lock")
        condition.notify()


with condition:
    with condition:
        t = threading.Thread(target=notifier)
        t.start()
        log.append("waiting")
        print(condition.wait(10))  # expect: True
        log.append("back")
    log.append("inner left")
t.join()
print(log)  # expect: ['waiting', 'notifier has the lock', 'back', 'inner left']
try:
    condition.release()
except RuntimeError as error:
    print(error)  # expect: cannot release un-acquired lock
