# A subclass of Thread overrides run().
import threading


class Square(threading.Thread):
    def __init__(self, n):
        super().__init__(name="square-%d" % n)
        self.n = n
        self.result = None

    def run(self):
        self.result = (threading.current_thread() is self, self.name, self.n**2)


threads = [Square(n) for n in range(3)]
for t in threads:
    t.start()
for t in threads:
    t.join()
print([t.result for t in threads])
# expect: [(True, 'square-0', 0), (True, 'square-1', 1), (True, 'square-2', 4)]


class Forgetful(threading.Thread):
    def __init__(self):
        pass


try:
    Forgetful().start()
except RuntimeError as error:
    print(error)  # expect: thread.__init__() not called
