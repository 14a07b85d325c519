# sched: calls in the order of their times, then of their priorities
import sched

scheduler = sched.scheduler()
for delay, priority, name in ((0.02, 1, "late"), (0.01, 2, "second"), (0.01, 1, "first")):
    scheduler.enter(delay, priority, print, (name,))
gone = scheduler.enter(0.03, 1, print, ("never",))
scheduler.cancel(gone)
scheduler.run()
print(scheduler.empty())
# expect: second
# expect: first
# expect: late
# expect: True
