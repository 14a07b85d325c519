# contextvars: each thread has its own context; a copy keeps what was
import contextvars
import threading

level = contextvars.ContextVar("level", default=0)
token = level.set(5)
kept = contextvars.copy_context()
level.set(6)
print(level.get(), kept[level], kept.run(level.get))
thread = threading.Thread(target=lambda: print(level.get()))
thread.start()
thread.join()
level.reset(token)
print(level.get())
try:
    contextvars.ContextVar("empty").get()
except LookupError:
    print("LookupError")
# expect: 6 5 5
# expect: 0
# expect: 0
# expect: LookupError
