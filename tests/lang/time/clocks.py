# Clocks move forward; sleep waits at least as long as asked.
import time

a = time.perf_counter()
b = time.perf_counter()
print(b >= a, isinstance(a, float), isinstance(time.time_ns(), int), time.time() > 1000000000)
# expect: True True True True
start = time.monotonic()
time.sleep(0.02)
print(0.02 <= time.monotonic() - start < 2.0)  # expect: True
cpu = time.process_time()
time.sleep(0.02)
print(time.process_time() - cpu < 0.02)  # expect: True
n = 0
while n < 20000:
    n += 1
print(time.process_time() > cpu, time.perf_counter_ns() > 0)  # expect: True True
time.sleep(0)
try:
    time.sleep(-1)
except ValueError as error:
    print(error)  # expect: sleep length must be non-negative
