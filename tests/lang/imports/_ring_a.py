# Imported by circular.py; imports _ring_b, which imports this.
name = "a"
import _ring_b


def from_b():
    return _ring_b.name + " saw " + _ring_b.seen
