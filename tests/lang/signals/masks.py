# A blocked signal waits: sigpending() shows it, sigwait() takes it
import os
import signal

signal.signal(signal.SIGUSR1, lambda number, frame: print("handled"))
signal.pthread_sigmask(signal.SIG_BLOCK, [signal.SIGUSR1])
os.kill(os.getpid(), signal.SIGUSR1)
print(signal.sigpending())
# expect: {<Signals.SIGUSR1: 10>}
print(signal.sigwait([signal.SIGUSR1]).name, signal.sigpending())
# expect: SIGUSR1 set()
os.kill(os.getpid(), signal.SIGUSR1)
signal.pthread_sigmask(signal.SIG_UNBLOCK, [signal.SIGUSR1])
# expect: handled
