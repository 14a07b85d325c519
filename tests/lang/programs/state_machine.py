# A state machine driven by a table, with guards, actions, listeners and a history.
class Transition:
    def __init__(self, source, event, target, guard=None, action=None):
        self.source = source
        self.event = event
        self.target = target
        self.guard = guard
        self.action = action


class Refused(Exception):
    pass


class Machine:
    transitions = []

    def __init_subclass__(cls, **kwargs):
        super().__init_subclass__(**kwargs)
        cls.table = {}
        for t in cls.transitions:
            cls.table.setdefault((t.source, t.event), []).append(t)
        states = [(t.source, t.target) for t in cls.transitions]
        cls.states = sorted({state for pair in states for state in pair})

    def __init__(self, start):
        self.state = start
        self.history = [start]
        self.listeners = []

    def fire(self, event, **data):
        for t in self.table.get((self.state, event), ()):
            if t.guard is None or getattr(self, t.guard)(**data):
                if t.action:
                    getattr(self, t.action)(**data)
                old, self.state = self.state, t.target
                self.history.append(t.target)
                for listener in self.listeners:
                    listener(old, event, t.target)
                return self
        raise Refused(f"{event} in state {self.state}")

    def __getattr__(self, name):
        if name.startswith("is_"):
            return self.state == name[3:]
        raise AttributeError(name)


class Turnstile(Machine):
    transitions = [
        Transition("locked", "coin", "open", guard="enough", action="keep"),
        Transition("locked", "coin", "locked", action="keep"),
        Transition("locked", "push", "alarm"),
        Transition("open", "push", "locked", action="count"),
        Transition("open", "coin", "open", action="give_back"),
        Transition("alarm", "reset", "locked"),
    ]
    price = 3

    def __init__(self):
        super().__init__("locked")
        self.paid = self.returned = self.visitors = 0

    def enough(self, value):
        return self.paid + value >= self.price

    def keep(self, value):
        self.paid += value

    def give_back(self, value):
        self.returned += value

    def count(self):
        self.visitors += 1
        self.paid -= self.price


machine = Turnstile()
seen = []
machine.listeners.append(lambda *step: seen.append("%s -%s-> %s" % step))
print(Turnstile.states, sorted(Turnstile.table)[:2], Machine.transitions)
machine.fire("coin", value=1).fire("coin", value=2)
print(machine.state, machine.is_open, machine.is_locked)
machine.fire("coin", value=5).fire("push")
print(machine.history, machine.visitors, machine.paid, machine.returned)
machine.fire("push")
for event in ("coin", "push", "reset", "reset"):
    try:
        machine.fire(event, **({"value": 1} if event == "coin" else {}))
        print("accepted", event)
    except Refused as error:
        print("refused", error)
for step in seen:
    print(step)
try:
    machine.undefined
except AttributeError as error:
    print("no attribute", error)
try:
    machine.fire("coin", amount=1)
except TypeError as error:
    print(error)
# expect: ['alarm', 'locked', 'open'] [('alarm', 'reset'), ('locked', 'coin')] []
# expect: open True False
# expect: ['locked', 'locked', 'open', 'open', 'locked'] 1 0 5
# expect: refused coin in state alarm
# expect: refused push in state alarm
# expect: accepted reset
# expect: refused reset in state locked
# expect: locked -coin-> locked
# expect: locked -coin-> open
# expect: open -coin-> open
# expect: open -push-> locked
# expect: locked -push-> alarm
# expect: alarm -reset-> locked
# expect: no attribute undefined
# expect: Turnstile.enough() got an unexpected keyword argument 'amount'
