# notify_all wakes every waiter; each takes the lock in turn.
import threading

condition = threading.Condition(threading.Lock())
waiting = 0
open_gate = False
order = []


def pass_gate(n):
    global waiting
    with condition:
        waiting += 1
        condition.notify_all()
        while not open_gate:
            condition.wait()
        order.append(n)


threads = [threading.Thread(target=pass_gate, args=(n,)) for n in range(4)]
for t in threads:
    t.start()
with condition:
    while waiting < 4:
        condition.wait()
    print("all wait", order)  # expect: all wait []
    open_gate = True
    condition.notify_all()
for t in threads:
    t.join()
print(sorted(order))  # expect: [0, 1, 2, 3]
