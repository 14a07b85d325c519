# A discrete-event simulation of a shop: a heap of events, generators as customers.
class Heap:
    def __init__(self):
        self.items = []

    def push(self, item):
        items = self.items
        items.append(item)
        i = len(items) - 1
        while i and items[i] < items[(i - 1) // 2]:
            p = (i - 1) // 2
            items[i], items[p] = items[p], items[i]
            i = p

    def pop(self):
        items = self.items
        items[0], items[-1] = items[-1], items[0]
        top = items.pop()
        i = 0
        while True:
            small = i
            for child in (2 * i + 1, 2 * i + 2):
                if child < len(items) and items[child] < items[small]:
                    small = child
            if small == i:
                return top
            items[i], items[small] = items[small], items[i]
            i = small

    def __bool__(self):
        return bool(self.items)


class Random:
    def __init__(self, seed):
        self.state = seed

    def between(self, low, high):
        self.state = (self.state * 1103515245 + 12345) % 2**31
        return low + (self.state >> 16) % (high - low + 1)


class Counter:
    """A place where one customer is served at a time."""

    def __init__(self, simulation):
        self.simulation = simulation
        self.busy = False
        self.line = []
        self.longest = 0

    def enter(self, process):
        if self.busy:
            self.line.append(process)
            self.longest = max(self.longest, len(self.line))
        else:
            self.busy = True
            self.simulation.resume(process)

    def leave(self):
        if self.line:
            self.simulation.resume(self.line.pop(0))
        else:
            self.busy = False


class Simulation:
    def __init__(self):
        self.now = 0
        self.heap = Heap()
        self.serial = 0
        self.log = []

    def at(self, time, process):
        self.serial += 1
        self.heap.push((time, self.serial, process))

    def resume(self, process):
        self.at(self.now, process)

    def step(self, process):
        try:
            what, value = next(process)
        except StopIteration:
            return
        if what == "wait":
            self.at(self.now + value, process)
        elif what == "enter":
            value.enter(process)

    def run(self, until):
        while self.heap:
            time, _, process = self.heap.pop()
            if time > until:
                break
            self.now = time
            self.step(process)


def customer(simulation, number, counter, service, waits):
    arrived = simulation.now
    yield "enter", counter
    waited = simulation.now - arrived
    waits.append(waited)
    yield "wait", service
    counter.leave()
    if number % 5 == 0:
        simulation.log.append(f"t={simulation.now:4} customer {number:2} waited {waited}")


def arrivals(simulation, random, counters, waits):
    number = 0
    while True:
        number += 1
        counter = min(counters, key=lambda c: (c.busy, len(c.line)))
        service = random.between(3, 12)
        simulation.resume(customer(simulation, number, counter, service, waits))
        yield "wait", random.between(1, 6)


for desks in (1, 2, 3):
    simulation = Simulation()
    waits = []
    counters = [Counter(simulation) for _ in range(desks)]
    simulation.at(0, arrivals(simulation, Random(42), counters, waits))
    simulation.run(100)
    average = sum(waits) / len(waits)
    print(f"{desks} desks: {len(waits)} served, wait {average:.2f}, {max(waits)} at most")
    print("  longest lines", [c.longest for c in counters], simulation.log[:2])
heap = Heap()
for x in [5, 3, 8, 1, 9, 2, 7]:
    heap.push(x)
out = []
while heap:
    out.append(heap.pop())
print(out)
# expect: 1 desks: 15 served, wait 29.87, 51 at most
# expect:   longest lines [14] ['t=  45 customer  5 waited 20', 't=  73 customer 10 waited 39']
# expect: 2 desks: 26 served, wait 6.69, 16 at most
# expect:   longest lines [2, 2] ['t=  27 customer  5 waited 2', 't=  43 customer 10 waited 9']
# expect: 3 desks: 28 served, wait 0.68, 6 at most
# expect:   longest lines [1, 1, 0] ['t=  26 customer  5 waited 1', 't=  37 customer 10 waited 3']
# expect: [1, 2, 3, 5, 7, 8, 9]
