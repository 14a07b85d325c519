# Philosophers that take their forks in a fixed order, with a waiter, and with a table of states.
import threading

COUNT = 5
MEALS = 20


class Ordered:
    """Forks have numbers; the lower one is taken first."""

    def __init__(self):
        self.forks = [threading.Lock() for _ in range(COUNT)]

    def eat(self, seat, meal):
        first, second = sorted((seat, (seat + 1) % COUNT))
        with self.forks[first]:
            with self.forks[second]:
                meal()


class Waiter:
    """At most all but one sit down at a time."""

    def __init__(self):
        self.forks = [threading.Lock() for _ in range(COUNT)]
        self.chairs = threading.Semaphore(COUNT - 1)

    def eat(self, seat, meal):
        with self.chairs, self.forks[seat], self.forks[(seat + 1) % COUNT]:
            meal()


class Monitor:
    """One condition; a philosopher eats when no neighbour does."""

    def __init__(self):
        self.condition = threading.Condition()
        self.eating = [False] * COUNT

    def free(self, seat):
        return not self.eating[seat - 1] and not self.eating[(seat + 1) % COUNT]

    def eat(self, seat, meal):
        with self.condition:
            self.condition.wait_for(lambda: self.free(seat))
            self.eating[seat] = True
        try:
            meal()
        finally:
            with self.condition:
                self.eating[seat] = False
                self.condition.notify_all()


class Dinner:
    def __init__(self, table):
        self.table = table
        self.meals = [0] * COUNT
        self.forks_used = [0] * COUNT
        self.conflicts = 0
        self.lock = threading.Lock()

    def philosopher(self, seat):
        def meal():
            forks = seat, (seat + 1) % COUNT
            with self.lock:
                for fork in forks:
                    self.forks_used[fork] += 1
                    self.conflicts += self.forks_used[fork] > 1
            self.meals[seat] += 1
            with self.lock:
                for fork in forks:
                    self.forks_used[fork] -= 1

        for _ in range(MEALS):
            self.table.eat(seat, meal)

    def run(self):
        threads = [threading.Thread(target=self.philosopher, args=(n,)) for n in range(COUNT)]
        for thread in threads:
            thread.start()
        for thread in threads:
            thread.join()
        return self


for table in (Ordered(), Waiter(), Monitor()):
    dinner = Dinner(table).run()
    print(type(table).__name__, dinner.meals, "conflicts", dinner.conflicts, dinner.forks_used)
    # expect: Ordered [20, 20, 20, 20, 20] conflicts 0 [0, 0, 0, 0, 0]
    # expect: Waiter [20, 20, 20, 20, 20] conflicts 0 [0, 0, 0, 0, 0]
    # expect: Monitor [20, 20, 20, 20, 20] conflicts 0 [0, 0, 0, 0, 0]
