# A local object dies with its function; one that is captured lives on.
# modes: gil fine
class Noisy:
    def __init__(self, name):
        self.name = name

    def __del__(self):
        log.append(self.name)


log = []


def f():
    a = Noisy("a")
    b = Noisy("b")
    return b


kept = f()
print(log)  # expect: ['a']
kept = None
print(log)  # expect: ['a', 'b']
x = Noisy("x")
x = Noisy("y")
print(log)  # expect: ['a', 'b', 'x']
