# What a key's finalizer does to the list while it is sorted is noticed.
data = list(range(10))


class Key:
    def __init__(self, item):
        self.item = item

    def __lt__(self, other):
        return self.item < other.item

    def __del__(self):
        data[:] = range(20)


try:
    data.sort(key=Key)
except ValueError as error:
    print(error)
# expect: list modified during sort
