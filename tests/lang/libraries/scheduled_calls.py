# sched: calls in the order of their times, then of their priorities
import sched

scheduler = sched.scheduler()
now = scheduler.timefunc()
for delay, priority, name in ((0.02, 1, "late"), (0.01, 2, "second"), (0.01, 1, "first")):
    scheduler.enterabs(now + delay, priority, print, (name,))
gone = scheduler.enter(0.03, 1, print, ("never",))
scheduler.cancel(gone)
scheduler.run()
print(scheduler.empty())
# expect: first
# expect: second
# expect: late
# expect: True
