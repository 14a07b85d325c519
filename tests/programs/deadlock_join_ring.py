# Two threads wait for each other's end.
# oracle: skip
# expect-exit: 3
# expect-stderr: deadlock
import threading

threads = []
ready = threading.Event()


def wait_for(k):
    ready.wait()
    threads[k].join()


threads.append(threading.Thread(target=wait_for, args=(1,)))
threads.append(threading.Thread(target=wait_for, args=(0,)))
for t in threads:
    t.start()
print("started")
ready.set()
threads[0].join()
# expect: started
