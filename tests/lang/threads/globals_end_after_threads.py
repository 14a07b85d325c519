# At the end finalizers of globals run, also of what a thread left there that has just ended
import threading


def numbers():
    try:
        yield 1
    finally:
        print("closed")


def work():
    global generator
    generator = numbers()
    next(generator)


thread = threading.Thread(target=work)
thread.start()
thread.join()
print("end")
# expect: end
# expect: closed
