# logging.handlers: records go through a queue to another thread, or wait in memory
import logging
import logging.handlers
import queue
import sys
import threading

q = queue.Queue()
log = logging.getLogger("queued")
log.setLevel(logging.INFO)
log.propagate = False
log.addHandler(logging.handlers.QueueHandler(q))
out = logging.StreamHandler(sys.stdout)
out.setFormatter(logging.Formatter("%(name)s %(message)s"))
listener = logging.handlers.QueueListener(q, out)
listener.start()
for k in range(3):
    t = threading.Thread(target=log.info, args=("from %d", k))
    t.start()
    t.join()
listener.stop()
memory = logging.handlers.MemoryHandler(10, logging.ERROR, out)
other = logging.getLogger("kept")
other.addHandler(memory)
other.propagate = False
other.warning("first")
print("nothing yet")
other.error("then this")
# expect: queued from 0
# expect: queued from 1
# expect: queued from 2
# expect: nothing yet
# expect: kept first
# expect: kept then this
