# Threads that print their first tracebacks at the same time
import threading

barrier = threading.Barrier(8)


def work(k):
    barrier.wait()
    k.nothing


for _ in range(10):
    threads = [threading.Thread(target=work, args=(k,)) for k in range(8)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
print("end")  # expect: end
# expect-stderr: AttributeError: 'int' object has no attribute 'nothing'
