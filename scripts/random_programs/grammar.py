"""Expands templates at random.

A template is text with places `<kind>`. What stands in a place is made by the method `make_kind`, if there is one, or
from a table: (atoms, templates) of that kind, atoms alone where the text is deep enough. A template of statements has
several lines; a line that is a place for statements is replaced by statements with its indentation.
"""
import random
import re

PLACE = re.compile(r"<([a-z_]{2,})>")
DEPTHS = [1, 2, 2, 3, 3, 4]
LONG_PROGRAM = 400


class Grammar:
    """A state of random choices, what has been defined so far, and where the text stands."""

    def __init__(self, seed, tables, statements):
        self.random = random.Random(seed)
        self.tables = tables
        self.statements = statements  # (weight, template)
        self.weights = [weight for weight, _ in statements]
        self.lines = 0
        self.deep = 2  # where atoms begin

    def chance(self, probability):
        return self.random.random() < probability

    def pick(self, choices):
        return self.random.choice(choices)

    def fill(self, template, depth):
        return PLACE.sub(lambda place: self.make(place.group(1), depth + 1), template)

    def make(self, kind, depth):
        method = getattr(self, "make_" + kind, None)
        if method:
            return method(depth)
        atoms, templates = self.tables[kind]
        if depth > 1 and kind in self.confusable and self.chance(0.04):
            return self.make("any", depth)
        if not templates or (atoms and (depth >= self.deep or self.chance(0.2))):
            return self.fill(self.pick(atoms), depth)
        return self.fill(self.pick(templates), depth)

    # ---- statements
    def block(self, count, place):
        """Lines of some statements, at least one; place: the set of what is true where they stand."""
        lines = []
        for _ in range(count):
            lines += self.statement(place)
        return lines

    def statement(self, place):
        template = self.random.choices(self.statements, self.weights)[0][1]
        if self.depth_of(place) > 3 or self.lines > LONG_PROGRAM:
            template = self.pick(self.simple)
        return self.layout(template, place)

    def layout(self, template, place):
        lines = []
        self.deep = self.pick(DEPTHS)
        for line in template.strip("\n").split("\n"):
            words = line.strip()
            method = getattr(self, "block_" + words[1:-1], None) if words[:1] + words[-1:] == "<>" else None
            if method:
                indent = line[:len(line) - len(line.lstrip())]
                lines += [indent + inner for inner in method(place)]
            else:
                lines += self.fill(line, 0).split("\n")
                self.lines += 1
        return lines

    @staticmethod
    def depth_of(place):
        return place[0]
