"""One-way constraints that keep variables consistent, strongest first (after the idea of DeltaBlue).

Stresses: polymorphic calls, attributes, lists of objects, recursion over a graph.
Parameters: --threads N, --size N (networks in all), --chain C (constraints of each), --each.
Checksum: the values at the ends, summed.
"""
import common

REQUIRED, STRONG, WEAK = 0, 1, 2


class Variable:
    def __init__(self, name, value):
        self.name = name
        self.value = value
        self.users = []
        self.source = None


class Constraint:
    def __init__(self, strength):
        self.strength = strength
        self.output = None

    def inputs(self):
        raise NotImplementedError

    def candidates(self):
        raise NotImplementedError

    def execute(self):
        raise NotImplementedError


class Stay(Constraint):
    def __init__(self, variable, value, strength=WEAK):
        super().__init__(strength)
        self.variable = variable
        self.wanted = value

    def inputs(self):
        return []

    def candidates(self):
        return [self.variable]

    def execute(self):
        self.output.value = self.wanted


class Equal(Constraint):
    def __init__(self, a, b, strength=REQUIRED):
        super().__init__(strength)
        self.a = a
        self.b = b

    def inputs(self):
        return [self.b if self.output is self.a else self.a]

    def candidates(self):
        return [self.b, self.a]

    def execute(self):
        self.output.value = self.inputs()[0].value


class Scale(Equal):
    def __init__(self, a, b, factor, offset):
        super().__init__(a, b)
        self.factor = factor
        self.offset = offset

    def execute(self):
        if self.output is self.b:
            self.b.value = (self.a.value * self.factor + self.offset) % 1000003
        else:
            self.a.value = (self.b.value - self.offset) // self.factor


class Network:
    def __init__(self):
        self.constraints = []

    def add(self, constraint):
        self.constraints.append(constraint)
        for variable in constraint.candidates():
            variable.users.append(constraint)

    def plan(self):
        """Gives each variable the strongest constraint that can set it; the order to run them in."""
        for constraint in self.constraints:
            constraint.output = None
            for variable in constraint.candidates():
                variable.source = None
        order = []
        known = set()
        stays = [c for c in self.constraints if isinstance(c, Stay)]
        agenda = sorted(stays, key=lambda c: c.strength)
        while agenda:
            constraint = agenda.pop(0)
            for variable in constraint.candidates():
                if variable.source is None and (
                        not isinstance(constraint, Equal)
                        or (constraint.a if variable is constraint.b else constraint.b) in known):
                    constraint.output = variable
                    variable.source = constraint
                    known.add(variable)
                    order.append(constraint)
                    agenda += [u for u in variable.users
                               if u.output is None and u is not constraint and isinstance(u, Equal)]
                    agenda.sort(key=lambda c: c.strength)
                    break
        return order


def solve(seed, length):
    numbers = common.Random(seed)
    network = Network()
    variables = [Variable("v%d" % k, 0) for k in range(length + 1)]
    for k in range(length):
        if numbers.below(3):
            network.add(Equal(variables[k], variables[k + 1]))
        else:
            network.add(Scale(variables[k], variables[k + 1], 2 + numbers.below(3), numbers.below(10)))
    first = Stay(variables[0], 5, STRONG)
    network.add(first)
    network.add(Stay(variables[-1], 1, WEAK))
    total = 0
    for constraint in network.plan():
        constraint.execute()
    plan = network.plan()
    for step in range(5):
        first.wanted = step * 17 + seed
        for constraint in plan:
            constraint.execute()
        total += variables[-1].value
    return total


def main():
    opts = common.options(size=10, chain=60)

    def work(first, end):
        return sum(solve(k + 1, opts["chain"]) for k in range(first, end))

    print("solved %d" % sum(common.run(opts, work)))


main()
