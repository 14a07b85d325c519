# yield from an object of a user's class: its StopIteration's value, its throw() and close()
class Counts:
    def __init__(self):
        self.left = 2

    def __iter__(self):
        return self

    def __next__(self):
        self.left -= 1
        if self.left < 0:
            raise StopIteration("done")
        return self.left

    def throw(self, *error):
        print("throw", error)
        return 5

    def close(self):
        print("close")


def outer():
    print("result", (yield from Counts()))


print(list(outer()))
waiting = outer()
print(next(waiting), waiting.throw(ValueError("x")))
waiting.close()
try:
    iterator = Counts()
    iterator.left = 0
    next(iterator)
except StopIteration as stop:
    print(stop.args, stop.value)
# expect: result done
# expect: [1, 0]
# expect: throw (ValueError('x'),)
# expect: 1 5
# expect: close
# expect: ('done',) done
