# send() makes the paused yield give a value.
def average():
    total = 0.0
    count = 0
    mean = None
    while True:
        value = yield mean
        if value is None:
            return count
        total += value
        count += 1
        mean = total / count


g = average()
print(next(g), g.send(10), g.send(20), g.send(60))  # expect: None 10.0 15.0 30.0
try:
    g.send(None)
except StopIteration as stop:
    print("count", stop.value)  # expect: count 3
g = average()
try:
    g.send(1)
except TypeError as error:
    print(error)  # expect: can't send non-None value to a just-started generator
