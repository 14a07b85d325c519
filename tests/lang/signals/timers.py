# signal.setitimer repeats until it is set to zero; alarm() gives the seconds that were left
import signal
import time

count = 0


def on_alarm(number, frame):
    global count
    count += 1


signal.signal(signal.SIGALRM, on_alarm)
print(signal.setitimer(signal.ITIMER_REAL, 0.02, 0.02))
# expect: (0.0, 0.0)
while count < 3:
    time.sleep(0.001)
print(signal.setitimer(signal.ITIMER_REAL, 0)[1])
# expect: 0.02
print(signal.alarm(100), signal.alarm(0))
# expect: 0 100
signal.setitimer(signal.ITIMER_REAL, 0.02)
signal.pause()
print(count > 3)
# expect: True
