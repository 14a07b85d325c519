# threads that write to items of one array, each to its own
import threading
from array import array

sums = array("q", [0]) * 4


def work(k):
    for i in range(200):
        sums[k] += i


threads = [threading.Thread(target=work, args=(k,)) for k in range(4)]
for t in threads:
    t.start()
for t in threads:
    t.join()
print(sums)
# expect: array('q', [19900, 19900, 19900, 19900])
