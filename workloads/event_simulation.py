"""A factory of machines with queues, driven by a heap of events.

Stresses: many small classes, method calls through a base class, heapq, deque.
Parameters: --threads N, --size N (factories in all), --steps S (events of each), --each.
Checksum: parts finished, time waited, and the final clocks.
"""
import heapq
from collections import deque

import common


class Event:
    def __init__(self, at, order):
        self.at = at
        self.order = order

    def __lt__(self, other):
        return (self.at, self.order) < (other.at, other.order)

    def happen(self, factory):
        raise NotImplementedError


class Arrival(Event):
    def happen(self, factory):
        factory.enter(Part(factory.now))
        factory.plan(Arrival, 3 + factory.numbers.below(5))


class Done(Event):
    machine = None

    def happen(self, factory):
        self.machine.finish(factory)


class Breakdown(Event):
    def happen(self, factory):
        broken = factory.machines[factory.numbers.below(len(factory.machines))]
        broken.slow = 4 - broken.slow
        factory.plan(Breakdown, 40)


class Part:
    def __init__(self, born):
        self.born = born
        self.stage = 0


class Machine:
    def __init__(self, speed):
        self.speed = speed
        self.slow = 1
        self.waiting = deque()
        self.part = None

    def take(self, part, factory):
        if self.part is not None:
            self.waiting.append(part)
            return
        self.part = part
        event = factory.plan(Done, self.speed * self.slow + factory.numbers.below(3))
        event.machine = self

    def finish(self, factory):
        part, self.part = self.part, None
        part.stage += 1
        factory.enter(part)
        if self.waiting:
            self.take(self.waiting.popleft(), factory)


class Factory:
    def __init__(self, seed):
        self.numbers = common.Random(seed)
        self.machines = [Machine(2 + k % 3) for k in range(4)]
        self.events = []
        self.now = self.order = self.finished = self.waited = 0
        self.plan(Arrival, 0)
        self.plan(Breakdown, 25)

    def plan(self, kind, delay):
        self.order += 1
        event = kind(self.now + delay, self.order)
        heapq.heappush(self.events, event)
        return event

    def enter(self, part):
        if part.stage == len(self.machines):
            self.finished += 1
            self.waited += self.now - part.born
        else:
            self.machines[part.stage].take(part, self)

    def run(self, steps):
        for _ in range(steps):
            event = heapq.heappop(self.events)
            self.now = event.at
            event.happen(self)
        return self.finished * 1000003 + self.waited * 101 + self.now


def main():
    opts = common.options(size=4, steps=1500)

    def work(first, end):
        return sum(Factory(k + 7).run(opts["steps"]) for k in range(first, end))

    print("factory %d" % sum(common.run(opts, work)))


main()
