# A hundred threads take their turn.
import threading

turn = 0
condition = threading.Condition()
order = []


def work(n):
    global turn
    with condition:
        while turn != n:
            condition.wait()
        order.append(n)
        turn += 1
        condition.notify_all()


threads = [threading.Thread(target=work, args=(n,)) for n in reversed(range(100))]
for t in threads:
    t.start()
for t in threads:
    t.join()
print(order == list(range(100)), threading.active_count())  # expect: True 1
