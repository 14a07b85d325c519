# Two modules that import each other see what the other has so far.
import _ring_a

print(_ring_a.name, _ring_a.from_b())  # expect: a b saw a
